#include "backend/store/connection.h"

#include "backend/store/backends.h"

#include <algorithm>
#include <filesystem>

namespace verdesk::backend::store {
namespace {

// One parameter or one column, at an address that stays.
struct Slot {
    std::string text;
    long long whole = 0;
    double real = 0;
    soci::indicator indicator = soci::i_ok;

    void set(const Bound& value) {
        indicator = value.null ? soci::i_null : soci::i_ok;
        if (value.kind == Bound::Kind::whole) {
            whole = value.whole;
        } else if (value.kind == Bound::Kind::real) {
            real = value.real;
        } else {
            if (value.text.find('\0') != std::string_view::npos) {
                throw std::invalid_argument{"a text with a NUL character cannot be stored"};
            }
            text.assign(value.text);
        }
    }
};

}  // namespace

class Connection::Prepared {
public:
    Prepared(soci::session& session, const std::string& text, std::size_t columns, std::span<const Bound> values)
        : statement_{session}, inputs_(values.size()), outputs_(columns) {
        statement_.alloc();
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto& slot = inputs_[i];
            switch (values[i].kind) {
                case Bound::Kind::text:
                    statement_.exchange(soci::use(slot.text, slot.indicator));
                    break;
                case Bound::Kind::whole:
                    statement_.exchange(soci::use(slot.whole, slot.indicator));
                    break;
                case Bound::Kind::real:
                    statement_.exchange(soci::use(slot.real, slot.indicator));
                    break;
            }
        }
        // Every column as text: both engines give any type so, and a number is read strictly.
        for (auto& slot : outputs_) {
            statement_.exchange(soci::into(slot.text, slot.indicator));
        }
        statement_.prepare(text);
        statement_.define_and_bind();
    }

    bool start(std::span<const Bound> values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            inputs_[i].set(values[i]);
        }
        return statement_.execute(true);
    }
    bool next() {
        return statement_.fetch();
    }
    long long affected() {
        return statement_.get_affected_rows();
    }
    Row row() {
        std::vector<std::optional<std::string>> cells(outputs_.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (outputs_[i].indicator != soci::i_null) {
                cells[i] = outputs_[i].text;
            }
        }
        return Row{std::move(cells)};
    }

private:
    soci::statement statement_;
    std::vector<Slot> inputs_;   // never resized: SOCI keeps the addresses
    std::vector<Slot> outputs_;  // never resized
};

Connection::Connection(const Place& place, Access access)
    : engine_{engineOf(place)}, session_{openSession(place, access)} {}

Connection::~Connection() = default;

soci::session& Connection::sql() {
    return *session_;
}

// Turns SOCI's exceptions into ours: without values, and with what may be done. A statement that failed is thrown away,
// because its state is not defined.
template <class Work>
auto Connection::guarded(std::string_view text, Work work) {
    try {
        return work();
    } catch (const soci::soci_error& error) {
        const auto translated = translate(*session_, engine_, error);
        if (const auto found = prepared_.find(text); found != prepared_.end()) {
            prepared_.erase(found);
        }
        throw StoreError{translated};
    }
}

Connection::Prepared& Connection::prepared(std::string_view text, std::size_t columns, std::span<const Bound> values) {
    if (const auto found = prepared_.find(text); found != prepared_.end()) {
        return *found->second;
    }
    std::string key{text};
    auto made = std::make_unique<Prepared>(*session_, key, columns, values);
    return *prepared_.emplace(std::move(key), std::move(made)).first->second;
}

std::vector<Row> Connection::select(std::string_view text, std::size_t columns, std::span<const Bound> values) {
    return guarded(text, [&] {
        auto& statement = prepared(text, columns, values);
        std::vector<Row> rows;
        // To the end in any case: a SELECT of SQLite that is left half read holds its snapshot.
        for (bool got = statement.start(values); got; got = statement.next()) {
            rows.push_back(statement.row());
        }
        return rows;
    });
}

std::int64_t Connection::execute(std::string_view text, std::span<const Bound> values) {
    return guarded(text, [&]() -> std::int64_t {
        auto& statement = prepared(text, 0, values);
        statement.start(values);
        return statement.affected();
    });
}

void Connection::run(const char* text) {
    if (engine_ == Engine::sqlite && std::string_view{text}.find("savepoint") != std::string_view::npos) {
        execute(text, {});  // three for each change: worth keeping prepared
        return;
    }
    runRaw(*session_, engine_, text);
}

void Connection::commit() {
    commitRaw(*session_, engine_);
}

void Connection::rollback() noexcept {
    try {
        if (usable() || engine_ == Engine::postgres) {
            run("rollback");
        }
    } catch (...) {  // the caller looks at lost() or opens a new connection
    }
}

bool Connection::lost() const {
    return lostRaw(*session_, engine_);
}

bool Connection::usable() const {
    return usableRaw(*session_, engine_);
}

Engine engineOf(const Place& place) {
    return std::holds_alternative<SqliteFile>(place) ? Engine::sqlite : Engine::postgres;
}

std::string nameOf(const Place& place) {
    if (const auto* sqlite = std::get_if<SqliteFile>(&place)) {
        return sqlite->file.string();
    }
    return "the PostgreSQL server";
}

}  // namespace verdesk::backend::store
