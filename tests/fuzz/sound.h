#pragma once
// What has to hold of everything that a provider's part hands on, whatever came in. Each throws Broken.

#include "exchange/http_message.h"
#include "providers/provider.h"

#include <string>
#include <string_view>

namespace verdesk::fuzz {

// It can stand in JSON, a log line and a row: UTF-8.
void requireText(std::string_view text, const char* what);
void requireSound(const providers::Progress& progress);
void requireSound(const providers::Begun& begun);
void requireSound(const providers::Pushed& pushed);
void requireSound(const providers::Document& document);
void requireSound(const std::vector<providers::Finding>& findings);
void requireSound(const std::vector<Form>& forms);
void requireSound(const providers::ProviderError& error);
// Nothing that came in breaks out of its place in an address or a header.
void requireSound(const HttpRequest& request);

}  // namespace verdesk::fuzz
