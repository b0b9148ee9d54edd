#pragma once
// Reports of the providers' pages on their way to the backend: those of one check in the order in which they were made,
// the next when the one before was answered, because a message must not be overtaken by the end that follows it.

#include "contract/verification.h"
#include "desk/call_error.h"
#include "desk/page_report.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <string>

namespace verdesk::desk {

class BackendClient;

class ReportQueue {
public:
    // `answered` hears about every report, with the check and the report that it is about.
    using Answered = std::function<void(int check, const PageReport& report, Answer<Verification> answer)>;
    ReportQueue(BackendClient& client, Answered answered);

    // Each gets its own Idempotency-Key, which its repetitions keep.
    void add(int check, const VerificationId& verification, PageReport report);
    // Forgets what has not been sent; an answer that still comes is not told.
    void forget(int check);
    void clear();

private:
    struct Waiting {
        VerificationId verification;
        PageReport report;
        std::string key;
    };
    void send(int check);

    BackendClient& client_;
    Answered answered_;
    std::map<int, std::deque<Waiting>> waiting_;  // the first of each is under way
    QObject context_;
};

}  // namespace verdesk::desk
