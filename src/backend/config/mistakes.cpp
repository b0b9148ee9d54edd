#include "backend/config/mistakes.h"

#include <algorithm>
#include <numeric>

namespace verdesk::backend {
namespace {

// How many characters were left out, put in, exchanged, or swapped with their neighbour.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    std::iota(d[0].begin(), d[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        d[i][0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

std::string toText(const ConfigMistake& mistake) {
    std::string text = mistake.file;
    if (mistake.line > 0) {
        text += ":" + std::to_string(mistake.line);
    }
    if (!mistake.key.empty()) {
        text += ": " + mistake.key;
    }
    return text + ": " + mistake.message;
}

bool Mistakes::about(const std::string& key) const {
    return std::any_of(list_.begin(), list_.end(), [&](const auto& each) { return each.key == key; });
}

std::vector<ConfigMistake> Mistakes::sorted() const {
    auto list = list_;
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    return list;
}

std::string didYouMean(const std::string& given, const std::vector<std::string>& known) {
    const std::string* best = nullptr;
    std::size_t least = std::max<std::size_t>(1, given.size() / 3) + 1;
    for (const auto& each : known) {
        if (const auto d = distance(given, each); d < least) {
            least = d;
            best = &each;
        }
    }
    return best == nullptr ? std::string{} : ": did you mean \"" + *best + "\"?";
}

}  // namespace verdesk::backend
