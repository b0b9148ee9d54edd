#pragma once
// What goes wrong between the store and its database, and what may be done about it. The text never holds a value that
// was bound: SOCI's own texts do, and are not passed on.

#include <stdexcept>
#include <string>

namespace verdesk::backend::store {

enum class Trouble {
    failed,  // this statement will fail again
    repeat,  // a deadlock, a serialization failure, a busy file: the same again may go well
    lost     // the connection is gone
};

class StoreError : public std::runtime_error {
public:
    StoreError(Trouble trouble, const std::string& what) : std::runtime_error{what}, trouble_{trouble} {}
    Trouble trouble() const {
        return trouble_;
    }

private:
    Trouble trouble_;
};

}  // namespace verdesk::backend::store
