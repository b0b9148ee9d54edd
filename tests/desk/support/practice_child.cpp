// A double of `verdeskd practice` for the tests of practice.h: says that it is ready and ends when its input closes;
// told by the folder's name, it dies at once or after it was ready.

#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    const std::string data = argc == 4 ? argv[3] : "";
    if (argc < 2 || std::string{argv[1]} != "practice") {
        return 64;
    }
    if (data.find("broken") != std::string::npos) {
        std::cerr << "starting\nthe store is locked by another program\n";
        return 1;
    }
    std::cout
        << "a line that is no JSON\n"
        << R"({"ready":true,"staff":"http://127.0.0.1:4711","public":"http://127.0.0.1:2","ops":"http://127.0.0.1:3",)"
        << R"("sandbox":null,"accounts":[{"name":"teller","displayName":"Theo Teller","role":"teller",)"
        << R"("password":"practice","branch":"012"}]})" << std::endl;
    if (data.find("mortal") != std::string::npos) {
        return 3;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
    }
    return 0;
}
