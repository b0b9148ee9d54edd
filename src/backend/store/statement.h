#pragma once
// SQL as the tables use it: prepared once per connection and text, run with values. For the store's own folder.
//
//     for (auto& row : select(r, "id, opened_at", "from cases where branch = :branch", branch)) row.into(id, openedAt);
//     execute(r, "update cases set state = :state where id = :id", state, id);
//
// Parameters are bound by position; their names are for people. Times are milliseconds since 1970, enumerations their
// words, an absent optional is NULL.

#include "backend/store/errors.h"
#include "backend/store/transaction.h"
#include "claims/named.h"
#include "contract/id.h"
#include "contract/instant.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace verdesk::backend::store {

template <class T>
concept Worded = std::is_enum_v<T> && requires(T value) {
    wordsOf(value);
};

// A value for a parameter. Texts are borrowed: they must live until the statement ran. A text with a NUL character is
// refused with std::invalid_argument: PostgreSQL cannot hold one.
struct Bound {
    enum class Kind { text, whole, real } kind = Kind::text;
    bool null = false;
    std::string_view text;
    long long whole = 0;
    double real = 0;
};

inline Bound bound(std::string_view text) {
    return {Bound::Kind::text, false, text, 0, 0};
}
template <class Tag>
Bound bound(const Id<Tag>& id) {
    return bound(std::string_view{id.value});
}
template <Worded Enum>
Bound bound(Enum value) {
    return bound(toWord(value));
}
template <std::integral Whole>
Bound bound(Whole value) {
    return {Bound::Kind::whole, false, {}, static_cast<long long>(value), 0};
}
inline Bound bound(double value) {
    return {Bound::Kind::real, false, {}, 0, value};
}
inline Bound bound(Instant value) {
    return bound(value.time_since_epoch().count());
}
template <class T>
Bound bound(const std::optional<T>& value) {
    if (value) {
        return bound(*value);
    }
    auto absent = bound(T{});
    absent.null = true;
    return absent;
}

class Row {
public:
    explicit Row(std::vector<std::optional<std::string>> cells) : cells_{std::move(cells)} {}

    // Gives the columns, from the first, one to each of `members`.
    template <class... T>
    void into(T&... members) {
        (read(next(), members), ...);
    }

private:
    using Cell = std::optional<std::string>;
    Cell& next();
    static std::string& present(Cell& cell);
    [[noreturn]] static void unknownWord();
    static void read(Cell& cell, std::string& out);
    static void read(Cell& cell, std::int64_t& out);
    static void read(Cell& cell, double& out);
    static void read(Cell& cell, Instant& out);
    static void read(Cell& cell, int& out);
    static void read(Cell& cell, bool& out);
    template <class Tag>
    static void read(Cell& cell, Id<Tag>& out) {
        out.value = std::move(present(cell));
    }
    template <Worded Enum>
    static void read(Cell& cell, Enum& out) {
        const auto value = fromWord<Enum>(present(cell));
        if (!value) {
            unknownWord();
        }
        out = *value;
    }
    template <class T>
    static void read(Cell& cell, std::optional<T>& out) {
        out.reset();
        if (cell) {
            read(cell, out.emplace());
        }
    }

    std::vector<Cell> cells_;
    std::size_t at_ = 0;
};

// `columns` is a plain list of names; `rest` begins with "from".
std::vector<Row> selectBound(Reading& r, std::string_view columns, std::string_view rest,
                             std::span<const Bound> values);
// Returns how many rows were changed.
std::int64_t executeBound(Reading& r, std::string_view text, std::span<const Bound> values);

template <class... T>
std::vector<Row> select(Reading& r, std::string_view columns, std::string_view rest, const T&... values) {
    const std::array<Bound, sizeof...(T)> all{bound(values)...};
    return selectBound(r, columns, rest, all);
}
template <class... T>
std::int64_t execute(Reading& r, std::string_view text, const T&... values) {
    const std::array<Bound, sizeof...(T)> all{bound(values)...};
    return executeBound(r, text, all);
}

// The first column of the first row as a number; `otherwise` where there is none.
template <class... T>
std::int64_t selectNumber(Reading& r, std::string_view column, std::string_view rest, const T&... values) {
    std::optional<std::int64_t> number;
    for (auto& row : select(r, column, rest, values...)) {
        row.into(number);
        break;
    }
    return number.value_or(0);
}

}  // namespace verdesk::backend::store
