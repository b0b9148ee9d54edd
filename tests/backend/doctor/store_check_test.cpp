#include "backend/doctor/store_check.h"
#include "backend/store/store.h"
#include "tests/support/registry.h"

#include <boost/asio/io_context.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::doctor;
using store::Schema;

class StoreCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void schema_isJudgedByWhatTheProgramKnows() {
        const auto level = [](std::optional<Schema> schema) { return storeFinding([&] { return schema; }).level; };
        QCOMPARE(level(Schema{4, 4}), Level::good);
        QCOMPARE(level(Schema{3, 4}), Level::warning);
        QCOMPARE(level(Schema{5, 4}), Level::wrong);
        QCOMPARE(level(Schema{0, 4}), Level::warning);
        QCOMPARE(level({}), Level::warning);
    }

    void storeThatCannotBeReached_isWrong_inItsWords() {
        const auto finding =
            storeFinding([]() -> std::optional<Schema> { throw std::runtime_error{"no such server"}; });
        QCOMPARE(finding.level, Level::wrong);
        QCOMPARE(finding.what, std::string{"no such server"});
    }

    void schemaOfAFile_isAskedWithoutMakingIt() {
        const QTemporaryDir folder;
        const std::filesystem::path file{folder.filePath(QStringLiteral("store.db")).toStdString()};
        QVERIFY(!store::schemaOf(store::SqliteFile{file}));
        QVERIFY(!std::filesystem::exists(file));
        {
            boost::asio::io_context io;
            const store::Store made{io.get_executor(), {store::SqliteFile{file}, crypto::Key::random()}};
        }
        const auto schema = store::schemaOf(store::SqliteFile{file});
        QVERIFY(schema && schema->found > 0);
        QCOMPARE(schema->found, schema->newest);
    }
};

VERDESK_TEST(StoreCheckTest)
#include "store_check_test.moc"
