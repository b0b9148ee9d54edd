// What staff type into the token field: the desk's grouping and its opinion, and every provider's normal form.
#include "providers/registry.h"
#include "tests/fuzz/targets.h"
#include "ui/parts/token_format.h"

namespace verdesk::fuzz {

namespace {

const std::vector<ui::TokenShapes>& someShapes() {
    static const std::vector<ui::TokenShapes> all{
        {}, {"PASSID-XXXX-XXXX-XXXX-XXXX", "XXXX-XXXX-XXXX"}, {"XX"}, {"A-X", "XAX", "XX-X"}};
    return all;
}

QString bare(QString token) {
    return token.remove(u'-');
}

void typed(const QString& text) {
    for (const auto& shapes : someShapes()) {
        for (const int caret : {0, static_cast<int>(text.size() / 2), static_cast<int>(text.size())}) {
            const auto once = ui::grouped({text, caret}, shapes);
            require(once.caret >= 0 && once.caret <= once.text.size(), "the caret is outside of the text");
            const auto twice = ui::grouped(once, shapes);
            require(twice.text == once.text, "a grouped text is grouped into another one");
            const auto sent = ui::tokenOf(once.text);
            require(!sent.contains(ui::ownDash) && !sent.endsWith(u'-'), "a dash of ours is sent");
            const auto again = ui::regrouped(sent, shapes);
            // A dash that no shape has may go, or come where one has it: to a provider dashes are nothing.
            require(bare(ui::tokenOf(again.text)) == bare(sent), "what was sent comes back as something else");
            (void)ui::opinionOn(once.text, shapes);
        }
    }
}

}  // namespace

void token(std::string_view, std::string_view input) {
    const auto text = QString::fromUtf8(input.data(), static_cast<int>(input.size()));
    typed(text);
    // What reaches a provider came through JSON, and is UTF-8.
    const auto wellFormed = text.toStdString();
    for (const auto* provider : providers::all()) {
        const auto normal = provider->normalToken(wellFormed);
        require(provider->normalToken(normal) == normal, "a normal token has another normal form");
    }
}

}  // namespace verdesk::fuzz
