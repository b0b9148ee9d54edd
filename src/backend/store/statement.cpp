#include "backend/store/statement.h"

#include "backend/store/connection.h"

#include <algorithm>
#include <charconv>

namespace verdesk::backend::store {
namespace {

template <class Number>
Number numberFrom(const std::string& text) {
    Number number{};
    const auto end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc{} || result.ptr != end) {
        throw StoreError{Trouble::failed, "a column that holds numbers holds something else"};
    }
    return number;
}

}  // namespace

Row::Cell& Row::next() {
    if (at_ == cells_.size()) {
        throw std::logic_error{"more members than columns"};
    }
    return cells_[at_++];
}

std::string& Row::present(Cell& cell) {
    if (!cell) {
        throw StoreError{Trouble::failed, "a column that must hold a value is NULL"};
    }
    return *cell;
}

void Row::unknownWord() {
    throw StoreError{Trouble::failed, "a column holds a word that this version does not know"};
}

void Row::read(Cell& cell, std::string& out) {
    out = std::move(present(cell));
}

void Row::read(Cell& cell, std::int64_t& out) {
    out = numberFrom<std::int64_t>(present(cell));
}

void Row::read(Cell& cell, double& out) {
    out = numberFrom<double>(present(cell));
}

void Row::read(Cell& cell, Instant& out) {
    out = Instant{std::chrono::milliseconds{numberFrom<std::int64_t>(present(cell))}};
}

void Row::read(Cell& cell, int& out) {
    out = numberFrom<int>(present(cell));
}

void Row::read(Cell& cell, bool& out) {
    out = numberFrom<int>(present(cell)) != 0;
}

std::vector<Row> selectBound(Reading& r, std::string_view columns, std::string_view rest,
                             std::span<const Bound> values) {
    std::string text;
    text.reserve(8 + columns.size() + rest.size());
    text.append("select ").append(columns).append(" ").append(rest);
    const auto count = 1 + static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ','));
    return r.connection().select(text, count, values);
}

std::int64_t executeBound(Reading& r, std::string_view text, std::span<const Bound> values) {
    return r.connection().execute(text, values);
}

}  // namespace verdesk::backend::store
