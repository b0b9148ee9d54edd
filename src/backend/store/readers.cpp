#include "backend/store/readers.h"

#include <algorithm>

namespace verdesk::backend::store {

Readers::Readers(const Place& place, Keyring keys, int count) : place_{place}, keys_{std::move(keys)} {
    std::vector<std::unique_ptr<Connection>> connections;
    for (int i = 0; i < std::max(count, 1); ++i) {
        connections.push_back(std::make_unique<Connection>(place_, Access::read));
    }
    for (auto& connection : connections) {
        threads_.emplace_back([this, held = std::move(connection)]() mutable { work(std::move(held)); });
    }
}

Readers::~Readers() {
    {
        const std::scoped_lock lock{guard_};
        closing_ = true;
    }
    arrived_.notify_all();
    for (auto& thread : threads_) {
        thread.join();
    }
}

void Readers::enqueue(Question question) {
    {
        const std::scoped_lock lock{guard_};
        queue_.push_back(std::move(question));
    }
    arrived_.notify_one();
}

bool Readers::take(Question& question) {
    std::unique_lock lock{guard_};
    arrived_.wait(lock, [this] { return closing_ || !queue_.empty(); });
    if (queue_.empty()) {
        return false;
    }
    question = std::move(queue_.front());
    queue_.pop_front();
    return true;
}

void Readers::work(std::unique_ptr<Connection> connection) {
    Question question;
    while (take(question)) {
        const auto failure = answer(connection, question);
        question.done(failure);
        question = {};
    }
}

std::exception_ptr Readers::answer(std::unique_ptr<Connection>& connection, Question& question) {
    for (int tries = 0;; ++tries) {
        std::exception_ptr failure;
        try {
            if (!connection) {
                connection = std::make_unique<Connection>(place_, Access::read);
            }
            connection->run(connection->engine() == Engine::sqlite ? "begin"
                                                                   : "begin isolation level repeatable read read only");
            Reading reading{*connection, keys_};
            question.run(reading);
            connection->commit();
            return nullptr;
        } catch (...) {
            failure = std::current_exception();
        }
        if (!connection) {
            return failure;
        }
        connection->rollback();
        if (!connection->lost()) {
            return failure;
        }
        connection.reset();
        if (tries > 0) {
            return failure;
        }
    }
}

}  // namespace verdesk::backend::store
