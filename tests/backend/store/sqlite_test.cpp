// What is true of the SQLite file alone: how it is opened, who may read it, and what a kill leaves of it.
#include "backend/events/check.h"
#include "backend/store/connection.h"
#include "backend/store/statement.h"
#include "backend/store/tables/cases.h"
#include "backend/store/tables/hooks.h"
#include "tests/backend/store/harness.h"
#include "tests/backend/store/samples.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#include <filesystem>
#include <fstream>

using namespace verdesk;
using namespace verdesk::backend;
using namespace verdesk::backend::store;
using namespace verdesk::test;

namespace {

namespace fs = std::filesystem;

std::int64_t pragma(Reading& r, const std::string& name) {
    return selectNumber(r, name, "from pragma_" + name);
}

}  // namespace

class SqliteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void open_writer_isDurableAndStrict() {
        Harness h{Engine::sqlite};
        h.write([](Transaction& t) {
            QCOMPARE(pragma(t, "synchronous"), 2);  // FULL
            QCOMPARE(pragma(t, "foreign_keys"), 1);
            QCOMPARE(pragma(t, "secure_delete"), 1);
            std::string mode;
            for (auto& row : select(t, "journal_mode", "from pragma_journal_mode")) {
                row.into(mode);
            }
            QCOMPARE(mode, std::string{"wal"});
        });
        h.read([](Reading& r) { QCOMPARE(pragma(r, "query_only"), 1); });
    }

    void open_newFile_isItsOwnersAlone() {
        Harness h{Engine::sqlite};
        h.write([](Transaction& t) { tables::insert(t, sampleCase()); });
        const auto file = std::get<SqliteFile>(h.place).file;
        for (const auto& name : {file, fs::path{file.string() + "-wal"}, fs::path{file.string() + "-shm"}}) {
            QVERIFY2(fs::exists(name), name.c_str());
            QCOMPARE(fs::status(name).permissions(), fs::perms::owner_read | fs::perms::owner_write);
        }
    }

    void open_fileThatOthersMayRead_isTightened() {
        Harness h{Engine::sqlite};
        h.store.reset();
        const auto file = std::get<SqliteFile>(h.place).file;
        fs::permissions(file, fs::perms::others_read | fs::perms::group_read, fs::perm_options::add);
        h.open();
        QCOMPARE(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }

    void open_noDatabase_isRefusedInWords() {
        Harness h{Engine::sqlite};
        auto options = h.options();
        const auto file = fs::path{h.folder.path().toStdString()} / "notes.txt";
        std::ofstream{file} << std::string(5000, 'x');
        options.place = SqliteFile{file};
        std::string text;
        try {
            const Store store{h.io.get_executor(), options};
        } catch (const std::runtime_error& error) {
            text = error.what();
        }
        QVERIFY2(text.find("notes.txt cannot be opened as a store") != std::string::npos, text.c_str());
    }

    void open_otherProgramsDatabase_isRefusedInWords() {
        Harness h{Engine::sqlite};
        h.write([](Transaction& t) {
            QCOMPARE(selectNumber(t, "application_id", "from pragma_application_id") > 0, true);
        });
        h.store.reset();
        {
            Connection connection{h.place, Access::write};
            connection.run("pragma application_id = 12345");
        }
        QVERIFY_THROWS_EXCEPTION(StoreError, (Store{h.io.get_executor(), h.options()}));
    }

    // A process that writes as fast as it can is killed at any moment: what it said was committed is there, and the
    // store agrees with its log.
    void kill_atAnyMoment_losesNothingAcknowledged() {
        QTemporaryDir folder;
        const auto file = folder.path() + QStringLiteral("/store.db");
        const auto key = crypto::toHex(crypto::Key::random().bytes());
        QByteArrayList acknowledged;
        for (int turn = 0; turn < 20; ++turn) {
            QProcess writer;
            writer.start(QStringLiteral(VERDESK_BIN_DIR "/test_store_writer"), {file});
            QVERIFY(writer.waitForStarted());
            writer.write(QByteArray::fromStdString(key) + '\n');
            QVERIFY(writer.waitForReadyRead(60'000));
            const auto more = QRandomGenerator::global()->bounded(40);
            for (int i = 0; i < more && writer.waitForReadyRead(1000); ++i) {
            }
            writer.kill();
            QVERIFY(writer.waitForFinished());
            auto lines = writer.readAllStandardOutput().split('\n');
            lines.removeLast();  // the last line may be half
            acknowledged += lines;
        }
        QVERIFY(acknowledged.size() >= 20);
        boost::asio::io_context io;
        const Options options{SqliteFile{file.toStdString()}, *crypto::Key::from(*crypto::fromHex(key)), 1, 1, 512};
        Store store{io.get_executor(), options};
        const auto query = [&](Reading& r) {
            for (const auto& id : acknowledged) {
                if (!tables::findCase(r, CaseId{id.toStdString()})) {
                    throw std::runtime_error{"an acknowledged case is lost"};
                }
            }
            return checkStore(r);
        };
        auto result = boost::asio::co_spawn(io, store.read(query), boost::asio::use_future);
        io.run();
        const auto report = result.get();
        QCOMPARE(report.faults, std::vector<std::string>{});
        QVERIFY(report.cases >= acknowledged.size());
    }
};

VERDESK_TEST(SqliteTest)
#include "sqlite_test.moc"
