#include "providers/authenteq/multipart.h"

#include "crypto/digest.h"

namespace verdesk::providers::authenteq {

Form multipart(const Parameters& fields, const std::string& seed) {
    const auto boundary = "verdesk-" + crypto::toHex(crypto::sha256(crypto::viewOf(seed))).substr(0, 40);
    Form form{"multipart/form-data; boundary=" + boundary, {}};
    for (const auto& [name, value] : fields) {
        form.body +=
            "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
    form.body += "--" + boundary + "--\r\n";
    return form;
}

}  // namespace verdesk::providers::authenteq
