#pragma once
// A webhook on its way through the inbox: from the listener's request to a row, and from the row to what a provider
// reads. Pure.

#include "backend/store/rows.h"
#include "http/message.h"
#include "providers/provider.h"

namespace verdesk::backend {

// Takes the body and the headers over.
providers::PushRequest pushFrom(http::Request&& request);

// By what a replay is known: the sender's own id of the event, or else the body; never across accounts. Hex. Whether
// the same body may still be another event: tables::insertHook.
std::string digestOf(const std::string& account, const providers::Pushed& pushed, const std::string& body);

// The headers that a provider may read; those of the connection are left out.
std::string headersText(const providers::PushRequest& push);

providers::PushRequest pushFrom(const store::HookRow& row);

}  // namespace verdesk::backend
