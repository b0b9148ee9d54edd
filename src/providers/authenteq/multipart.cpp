#include "providers/authenteq/multipart.h"

#include "crypto/digest.h"

namespace verdesk::providers::authenteq {

Form multipart(const Parameters& fields, const std::string& seed) {
    const auto boundary = "verdesk-" + crypto::toHex(crypto::sha256(crypto::viewOf(seed))).substr(0, 40);
    Form form{"multipart/form-data; boundary=" + boundary, {}};
    for (const auto& [name, value] : fields) {
        form.body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name);
        form.body.append("\"\r\n\r\n").append(value).append("\r\n");
    }
    form.body += "--" + boundary + "--\r\n";
    return form;
}

}  // namespace verdesk::providers::authenteq
