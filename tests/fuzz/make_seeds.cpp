// Writes the corpora that fuzzing starts from, out of what was recorded for the tests: make_seeds REPOSITORY OUT.
#include "contract/launch.h"
#include "tests/contract/samples.h"
#include "tests/fuzz/bank.h"
#include "tests/fuzz/pieces.h"

#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

using namespace verdesk;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string contentsOf(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

std::string headersOf(const json& given) {
    std::string text;
    const auto headers = given.value("headers", json::object());
    for (const auto& [name, value] : headers.items()) {
        text += name + ": " + value.get<std::string>() + "\n";
    }
    return text;
}

// "STATUS\nName: value\n\nbody", as pieces.h says.
std::string replyOf(const json& given, const std::string& body) {
    return std::to_string(given.value("status", 200)) + "\n" + headersOf(given) + "\n" + body;
}

std::string bodyOf(const json& further) {
    const auto found = further.find("body");
    return found == further.end() ? "" : found->is_string() ? found->get<std::string>() : found->dump();
}

// As a seed begins: calls with recorded answers to begin with, behind which further ones of the provider's are of use.
// They stand in the provider's fuzz/openings.json, [[call, answer's file below the data, ...], ...].
std::vector<std::string> openingsOf(const fs::path& provider) {
    std::vector<std::string> all;
    const auto file = provider / "fuzz" / "openings.json";
    const auto openings = fs::exists(file) ? json::parse(contentsOf(file)) : json::array();
    for (const auto& opening : openings) {
        all.push_back(opening.at(0).get<std::string>());
        for (std::size_t i = 1; i < opening.size(); ++i) {
            all.back() += fuzz::pieceEnd + contentsOf(provider / "data" / opening.at(i).get<std::string>());
        }
    }
    return all;
}

// A recorded case of a provider, for a flow of that provider's.
class Case {
public:
    Case(fs::path out, std::string flow, const fs::path& file, std::vector<std::string> begun)
        : out_{std::move(out)},
          flow_{std::move(flow)},
          begun_{std::move(begun)},
          given_(json::parse(contentsOf(file))),
          name_{file.parent_path().filename().string() + "-" + file.stem().stem().string()},
          kind_{file.parent_path().filename().string()} {
        body_ = contentsOf(file.parent_path() / (file.stem().stem().string() + ".body.json"));
        for (const auto& further : given_.value("further", json::array())) {
            further_ += fuzz::pieceEnd + replyOf(further, bodyOf(further));
        }
    }

    void seeds() const {
        if (kind_ == "webhook" || kind_ == "pingback" || kind_ == "callback") {
            const auto headers = headersOf(given_);
            seed("webhook", name_, headers.empty() ? body_ : headers + fuzz::pieceEnd + body_);
            request();
        } else if (kind_ == "message" || kind_ == "login") {
            seed("page", name_, body_);
            write(out_ / "widget" / (flow_ + "-" + name_), body_);
            seed("call", name_, std::string{"message begun"} + fuzz::pieceEnd + body_ + further_);
            seed("call", name_ + "-known", std::string{"message known"} + fuzz::pieceEnd + body_ + further_);
        } else {
            answers();
        }
    }

private:
    // Which call it answers only the provider's own test knows: it is a seed of each.
    void answers() const {
        const auto replies = fuzz::pieceEnd + replyOf(given_, body_) + further_;
        for (const auto* call : {"begin", "poll begun", "poll known", "probe", "forget known", "closed known"}) {
            seed("call", name_ + "-" + call, call + replies);
        }
        for (std::size_t i = 0; i < begun_.size(); ++i) {
            seed("call", name_ + "-behind-" + std::to_string(i), begun_[i] + replies);
        }
        seed("call", name_ + "-token", std::string{"token known"} + fuzz::pieceEnd + "KE8V-3TXY-Z72L" + replies);
        seed("call", name_ + "-redirect", std::string{"redirect begun"} + fuzz::pieceEnd + "code=c1" + replies);
        // Behind a first answer that gives a token, which some calls begin with.
        seed("call", name_ + "-second",
             std::string{"redirect begun"} + fuzz::pieceEnd + "code=c1" + fuzz::pieceEnd + R"({"token":"tk_1"})" +
                 replies);
    }
    void request() const {
        write(out_ / "http" / (flow_ + "-" + name_),
              "POST /hooks/" + flow_ +
                  "/00112233445566778899aabbccddeeff HTTP/1.1\r\nHost: desk.example\r\n"
                  "Content-Type: application/json\r\nContent-Length: " +
                  std::to_string(body_.size()) + "\r\n\r\n" + body_);
    }
    void seed(const std::string& target, const std::string& name, const std::string& text) const {
        write(out_ / target / flow_ / name, text);
    }

    fs::path out_;
    std::string flow_;
    std::vector<std::string> begun_;
    json given_;
    std::string name_;
    std::string kind_;
    std::string body_;
    std::string further_;
};

void providerSeeds(const fs::path& repository, const fs::path& out) {
    for (const auto& flow : fuzz::flows()) {
        const auto& desk = fuzz::deskOf(flow);
        // Each target has at least one, also where nothing was recorded.
        write(out / "webhook" / flow / "nothing", "{}");
        write(out / "page" / flow / "code", "code=c1");
        write(out / "page" / flow / "error", "error=access_denied");
        for (const auto* call : {"begin", "poll begun", "probe", "forget", "closed begun"}) {
            write(out / "call" / flow / call, std::string{call} + fuzz::pieceEnd + "{}");
        }
        write(out / "call" / flow / "fetch", std::string{"fetch"} + fuzz::pieceEnd + "https://files.example/1" +
                                                 fuzz::pieceEnd + "200\nContent-Type: image/jpeg\n\nJFIF");
        write(out / "answers" / flow, json{{"answers", toJson(desk.answers)}}.dump());
        const auto provider = repository / "tests" / "providers" / desk.account->provider;
        const auto begun = openingsOf(provider);
        for (const auto& file : fs::recursive_directory_iterator{provider / "data"}) {
            if (file.path().string().ends_with(".case.json")) {
                Case{out, flow, file.path(), begun}.seeds();
            }
        }
    }
}

void otherSeeds(const fs::path& repository, const fs::path& out) {
    for (const auto& sample : test::samples()) {
        write(out / "contract" / sample.name, sample.full.dump());
    }
    write(out / "contract" / "instant", "2026-03-17T14:02:11.123+01:00");
    write(out / "widget" / "text", "\"DONE\"");
    write(out / "widget" / "matched",
          std::string{R"({"type":"close","data":[1]})"} + fuzz::pieceEnd + R"({"data":[1]})");
    write(out / "config" / "small", contentsOf(repository / "tests/backend/config/small.toml"));
    write(out / "config" / "bank", fuzz::bankText());
    for (const auto& file : fs::directory_iterator{repository / "docs/examples"}) {
        write(out / "config" / file.path().filename(), contentsOf(file.path()));
    }
    constexpr std::array<const char*, 6> typed{"PASSID-AB3X-7YQM-K9PQ-3MNX",
                                               "ke8v 3txy z72l",
                                               "ab3x-7yqm",
                                               " passid\xE2\x80\x93"
                                               "ab3x\xC2\xA0",
                                               "PASSID-AB3X-7YQM-K9PQ-3MNX-XX",
                                               "\xC3\x9F\xE2\x80\x8B--"};
    for (std::size_t i = 0; i < typed.size(); ++i) {
        write(out / "token" / std::to_string(i), typed[i]);
    }
    write(out / "http" / "chunked",
          "POST /api/v1/cases/7 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
          "4\r\nabcd\r\n0\r\nX-Trailer: 1\r\n\r\n");
    write(out / "http" / "return",
          "GET /return/authenteq?code=a%20b&state=c+d HTTP/1.1\r\nHost: desk.example:8443\r\nAccept-Language: de-CH, "
          "en;q=0.5\r\nX-Forwarded-For: 192.0.2.1, 127.0.0.1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: make_seeds REPOSITORY OUT\n";
        return 2;
    }
    try {
        providerSeeds(argv[1], argv[2]);
        otherSeeds(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "make_seeds: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
