#pragma once
// One identity at Passbase, and what becomes of it. Pure: what is still to happen lies ahead with its time, and has
// happened as soon as somebody looks at a later one.

#include "sandbox/clock.h"
#include "sandbox/passbase/people.h"
#include "sandbox/passbase/project.h"

#include <functional>
#include <optional>

namespace verdesk::sandbox::passbase {

// In what a submission differs from what the person would get. {"score", "status", "listed", "datapoints",
// "processingMs"}
struct Outcome {
    std::optional<double> score = {};
    std::optional<std::string> status = {};  // instead of what the thresholds say: any word
    std::optional<bool> listed = {};
    Json datapoints = Json::object();  // members that replace the document's
    std::optional<std::chrono::milliseconds> processing = {};

    // What is missing is as in `usual`. Throws BadBody.
    static Outcome from(Body& body, const Outcome& usual);
    Json toJson() const;
};

enum class Change { processed, listed, corrected };

struct Ahead {
    Time at;
    Change change;
};

struct File {
    std::string id;
    std::string type;  // "face_video" or "document_image"
    int page = 0;      // of a document: 1 is its front, 2 its back
    std::string asset;
};

struct Resource {
    std::string id;
    std::string type;
    std::vector<File> files;
};

struct Identity {
    std::string key;
    int number = 0;  // in the order in which they came
    std::string person;
    std::string email;
    Json metadata;  // null, or an object
    std::string address;
    std::string status = "processing";
    std::string becomes;  // the status when it has been processed
    double score = 0;
    bool listedFirst = false;         // found by the first screening
    Json watchlist;                   // null until it was processed
    Json datapoints;                  // of the document
    std::vector<Resource> resources;  // the face first, then the document
    Time created;
    Time updated;
    std::optional<Time> processed = {};
    std::vector<Ahead> ahead;  // by time

    Json toJson() const;
    static Identity from(const Json& value);
};

struct Submission {
    std::string person;
    std::string email;  // empty: the person's
    Json metadata;
    std::string address;  // the visitor's
};

// `uuid` makes a new one with each call.
Identity submitted(const Submission& submission, const Outcome& outcome, const Project& project, Time now,
                   const std::function<std::string()>& uuid);
// What has happened by then has happened.
void settle(Identity& identity, Time now);
// A listing with its sources, as the API has it; for a clean one `listed` is false.
Json watchlistOf(bool listed);

}  // namespace verdesk::sandbox::passbase
