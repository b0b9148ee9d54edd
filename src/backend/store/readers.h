#pragma once
// A few threads that read, each with a connection of its own. A query runs inside one consistent view of the store.

#include "backend/store/connection.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace verdesk::backend::store {

// `run` is called again, once, where the connection was lost; `done` exactly once.
struct Question {
    std::function<void(Reading&)> run;
    std::function<void(std::exception_ptr)> done;
};

class Readers {
public:
    Readers(const Place& place, Keyring keys, int count);
    ~Readers();  // answers what was accepted

    void enqueue(Question question);

private:
    void work(std::unique_ptr<Connection> connection);
    bool take(Question& question);
    std::exception_ptr answer(std::unique_ptr<Connection>& connection, Question& question);

    Place place_;
    Keyring keys_;
    std::mutex guard_;
    std::condition_variable arrived_;
    std::deque<Question> queue_;
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace verdesk::backend::store
