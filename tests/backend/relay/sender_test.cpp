#include "backend/relay/sender.h"

#include "tests/support/registry.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <nlohmann/json.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace verdesk;
using namespace verdesk::backend;
using providers::Relay;

class SenderTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString path(const char* name) const {
        return folder_.filePath(QString::fromLatin1(name));
    }
    // A program of the institution's.
    std::string script(const char* name, const QByteArray& text) const {
        QFile file{path(name)};
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("cannot write a script");
        }
        file.write("#!/bin/sh\n" + text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path(name).toStdString();
    }
    QByteArray written(const char* name) const {
        QFile file{path(name)};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }
    static Sent send(std::vector<std::string> command, Relay message = {"sms", "+000", "Your code is 0000"}) {
        SenderConfig config;
        config.command = std::move(command);
        config.timeout = std::chrono::seconds{1};
        Sender sender{std::move(config)};
        boost::asio::io_context io;
        auto sent = boost::asio::co_spawn(io, sender.send(std::move(message)), boost::asio::use_future);
        io.run();
        return sent.get();
    }

private Q_SLOTS:
    void message_isALineOnItsInput_andNothingOnItsCommandLine() {
        const auto program = script("take", "cat > \"$1\"\necho \"$#\" > \"$1.count\"\n");
        QCOMPARE(send({program, path("got").toStdString()}, {"sms", "+000", "a \"code\"\nin two lines"}), Sent::taken);
        const auto line = written("got");
        QCOMPARE(line.count('\n'), 1);
        const auto read = nlohmann::json::parse(line.toStdString());
        QCOMPARE(read.at("channel").get<std::string>(), std::string{"sms"});
        QCOMPARE(read.at("to").get<std::string>(), std::string{"+000"});
        QCOMPARE(read.at("text").get<std::string>(), std::string{"a \"code\"\nin two lines"});
        QCOMPARE(written("got.count"), QByteArray{"1\n"});
    }

    void environment_isSmall() {
        qputenv("VERDESK_TEST_SECRET", "invented");
        const auto program = script("env", "cat > /dev/null\nenv > \"$1\"\n");
        QCOMPARE(send({program, path("env.out").toStdString()}), Sent::taken);
        QVERIFY(written("env.out").contains("PATH="));
        QVERIFY(!written("env.out").contains("VERDESK_TEST_SECRET"));
    }

    void command_thatFails_hasNotTakenIt() {
        QCOMPARE(send({script("fail", "cat > /dev/null\nexit 3\n")}), Sent::failed);
        QCOMPARE(send({path("no such program").toStdString()}), Sent::failed);
    }

    void command_thatDoesNotRead_endsNothing() {
        QCOMPARE(send({script("deaf", "exit 0\n")}, {"sms", "+000", std::string(500'000, 'x')}), Sent::taken);
    }

    void command_thatHangs_isKilled() {
        QCOMPARE(send({script("hang", "exec sleep 600\n")}), Sent::failed);
    }

    void without_aCommand_thereIsNone() {
        QCOMPARE(send({}), Sent::none);
    }
};

VERDESK_TEST(SenderTest)
#include "sender_test.moc"
