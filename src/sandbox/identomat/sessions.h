#pragma once
// All sessions of the company. Pure.

#include "sandbox/identomat/session.h"

#include <functional>
#include <map>
#include <vector>

namespace verdesk::sandbox::identomat {

class Sessions {
public:
    // `token` makes a new one with each call.
    explicit Sessions(std::function<std::string()> token) : token_(std::move(token)) {}

    Session& add(Session wanted);
    // Null where there is none. What it points to stays where it is.
    Session* find(const std::string& token);
    // The call that this one belongs to: its parent and all participants, oldest first.
    std::vector<Session*> groupOf(const Session& session);
    std::vector<const Session*> all() const;  // oldest first

    Json toJson() const;
    void restore(const Json& value);

private:
    std::function<std::string()> token_;
    std::map<int, Session> byNumber_;
    std::map<std::string, int> numbers_;
};

}  // namespace verdesk::sandbox::identomat
