#pragma once
// PASSID: a customer proves claims from a wallet on their phone, by a QR code or by a one-time token read out loud.

#include "providers/provider.h"

namespace verdesk::providers::passid {

const Provider& provider();

}  // namespace verdesk::providers::passid
