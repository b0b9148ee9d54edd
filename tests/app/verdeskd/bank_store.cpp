#include "tests/app/verdeskd/bank_store.h"

#include "crypto/bytes.h"

#include <QFile>

#include <stdexcept>

namespace verdesk::test {
namespace {

using namespace backend::store;

Options optionsOf(const Installation& at, const QString& postgres, const QString& key, int version) {
    QFile file{at.file(key)};
    const auto text = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toStdString() : std::string{};
    const auto bytes = crypto::fromBase64(text);
    const auto master = bytes ? crypto::Key::from(*bytes) : std::nullopt;
    if (!master) {
        throw std::runtime_error{"there is no master key in the folder of the test"};
    }
    Place place = SqliteFile{at.file(QStringLiteral("verdesk.db")).toStdString()};
    if (!postgres.isEmpty()) {
        place = PostgresServer{crypto::Secret{postgres.toStdString()}};
    }
    return {place, *master, version};
}

}  // namespace

BankStore::BankStore(const Installation& at, const QString& postgres, const QString& key, int version)
    : store_{io_.get_executor(), optionsOf(at, postgres, key, version)} {}

}  // namespace verdesk::test
