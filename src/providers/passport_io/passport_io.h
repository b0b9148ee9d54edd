#pragma once
// Passport.io: a widget in an iframe, and a pingback with the result. Its documentation is one page; what it leaves
// open is configuration or read tolerantly (docs/providers.md).

#include "providers/provider.h"

namespace verdesk::providers::passport_io {

const Provider& provider();

}  // namespace verdesk::providers::passport_io
