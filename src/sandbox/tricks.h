#pragma once
// What a double's page does besides what its provider documents, so that whoever shows it can be tested: a message from
// a foreign origin, no message at all, a download, a window, a request for what nobody should get. The page reports
// here what came of it.

#include "http/router.h"
#include "sandbox/body.h"
#include "sandbox/page.h"

#include <deque>
#include <map>
#include <string>

namespace verdesk::sandbox {

class Tricks {
public:
    Tricks();

    bool on(const std::string& name) const {
        return on_.at(name);
    }
    // The names of those that are on, for the page's data-tricks.
    std::string words() const;
    // {name: true or false, ...}
    void set(Body body);
    void clear();
    // {"what", "result"} of a page.
    void report(Body body);
    Json toJson() const;

private:
    std::map<std::string, bool> on_;
    std::deque<Json> reports_;
};

// On the double's own host: what all pages share (/page.css, /visitor.js), /tricks.js, what it fetches, and POST
// /tricks/report.
void addTrickFiles(http::Router& router, Tricks& tricks);
// GET, PUT and DELETE `prefix`/page, and the stranger: a page of the main origin that a trick puts into a frame, and
// that says what the double's own page says at its end.
void addTrickRoutes(http::Router& router, const std::string& prefix, Tricks& tricks, const Json& saidAtTheEnd);

}  // namespace verdesk::sandbox
