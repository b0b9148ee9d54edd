#include "backend/returns/page.h"

#include "crypto/digest.h"

#include <algorithm>
#include <array>

namespace verdesk::backend::returns {
namespace {

struct Words {
    std::string_view language;
    std::string_view title;
    std::string_view done;
    std::string_view handBack;
    std::string_view wait;
    bool fromTheRight = false;
};

constexpr std::array<Words, 8> words{
    {{"en", "Thank you", "You may close this page.", "If this is the bank's device, please hand it back.",
      "Please wait a moment and load this page again."},
     {"de", "Vielen Dank", "Sie können diese Seite schließen.",
      "Falls dies ein Gerät der Bank ist, geben Sie es bitte zurück.",
      "Bitte warten Sie einen Moment und laden Sie diese Seite neu."},
     {"fr", "Merci", "Vous pouvez fermer cette page.", "S’il s’agit d’un appareil de la banque, veuillez le rendre.",
      "Veuillez patienter un instant, puis recharger cette page."},
     {"es", "Gracias", "Puede cerrar esta página.", "Si este dispositivo es del banco, devuélvalo, por favor.",
      "Espere un momento y vuelva a cargar esta página."},
     {"it", "Grazie", "Può chiudere questa pagina.", "Se questo dispositivo è della banca, lo restituisca, per favore.",
      "Attenda un momento e ricarichi questa pagina."},
     {"ar", "شكرًا لك", "يمكنك إغلاق هذه الصفحة.", "إذا كان هذا الجهاز يخص البنك، فيُرجى إعادته.",
      "يُرجى الانتظار لحظة ثم إعادة تحميل هذه الصفحة.", true},
     {"ka", "გმადლობთ", "შეგიძლიათ დახუროთ ეს გვერდი.", "თუ ეს მოწყობილობა ბანკს ეკუთვნის, გთხოვთ, დააბრუნოთ იგი.",
      "გთხოვთ, დაელოდოთ ცოტა ხანს და ხელახლა ჩატვირთოთ ეს გვერდი."},
     {"sw", "Asante", "Unaweza kufunga ukurasa huu.", "Ikiwa kifaa hiki ni cha benki, tafadhali kirudishe.",
      "Tafadhali subiri kidogo, kisha upakie ukurasa huu upya."}}};

constexpr std::string_view style =
    "body{font:18px/1.5 system-ui,sans-serif;margin:20vh auto 0;max-width:26em;padding:0 1.5em;"
    "background:#fff;color:#1b1f1d}h1{font-size:1.5em;margin:0 0 .5em}p{margin:.25em 0}"
    "@media(prefers-color-scheme:dark){body{background:#14181a;color:#e8ecea}}";

const Words& wordsIn(std::string_view language) {
    const auto* found =
        std::find_if(words.begin(), words.end(), [&](const Words& each) { return each.language == language; });
    return found == words.end() ? words.front() : *found;
}

std::string textOf(Page page, const Words& in) {
    std::string html = "<!doctype html><html lang=\"";
    html.append(in.language)
        .append(in.fromTheRight ? "\" dir=\"rtl\">" : "\">")
        .append("<head><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\"><title>").append(in.title);
    html.append("</title><style>").append(style).append("</style></head><body><main>");
    if (page == Page::wait) {
        html.append("<p>").append(in.wait).append("</p>");
    } else {
        html.append("<h1>").append(in.title).append("</h1><p>").append(in.done).append("</p><p>");
        html.append(in.handBack).append("</p>");
    }
    return html + "</main></body></html>\n";
}

const std::string& policy() {
    // The one style is named by its digest: nothing else of the page could do anything, whatever got into it.
    static const std::string text = "default-src 'none'; style-src 'sha256-" +
                                    crypto::toBase64(crypto::sha256(crypto::viewOf(style))) +
                                    "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return text;
}

}  // namespace

std::vector<std::string> languages() {
    std::vector<std::string> all;
    all.reserve(words.size());
    for (const auto& each : words) {
        all.emplace_back(each.language);
    }
    return all;
}

std::string preferred(std::string_view header) {
    while (!header.empty()) {
        const auto comma = std::min(header.find(','), header.size());
        auto one = header.substr(0, comma);
        header.remove_prefix(std::min(comma + 1, header.size()));
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        const auto wanted = one.substr(0, std::min(one.find_first_of("-; "), one.size()));
        for (const auto& each : words) {
            if (each.language == wanted) {
                return std::string{wanted};
            }
        }
    }
    return "en";
}

http::Response answer(Page page, const std::string& language) {
    const auto& in = wordsIn(language);
    http::Response response;
    response.status = page == Page::wait ? 429 : 200;
    response.contentType = "text/html; charset=utf-8";
    response.body = textOf(page, in);
    response.headers = {{"Content-Language", std::string{in.language}}, {"Cache-Control", "no-store"},
                        {"Content-Security-Policy", policy()},          {"Referrer-Policy", "no-referrer"},
                        {"X-Content-Type-Options", "nosniff"},          {"X-Frame-Options", "DENY"}};
    if (page == Page::wait) {
        response.headers.emplace_back("Retry-After", "2");
    }
    return response;
}

}  // namespace verdesk::backend::returns
