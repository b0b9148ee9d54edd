#pragma once
// On PostgreSQL each commit that appends to the log says so on this channel, to every replica.

namespace verdesk::backend::store {

inline constexpr const char* notifyStatement = "notify verdesk_log";
inline constexpr const char* listenStatement = "listen verdesk_log";

}  // namespace verdesk::backend::store
