// Addresses that somebody else names: which are called, as a table and over true sockets.
#include "backend/egress/outside.h"
#include "backend/egress/address.h"
#include "backend/egress/curl_client.h"
#include "tests/backend/egress/fakes.h"
#include "tests/backend/egress/raw_server.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace verdesk;
using namespace verdesk::backend::egress;
using namespace verdesk::backend::egress::test;
using namespace std::string_literals;
namespace asio = boost::asio;

namespace {

bool isPublic(const std::string& text) {
    return isPublicAddress(asio::ip::make_address(text));
}

// First and last of each range that is not public.
constexpr std::pair<const char*, const char*> inside4[] = {
    {"0.0.0.0", "0.255.255.255"},       {"10.0.0.0", "10.255.255.255"},     {"100.64.0.0", "100.127.255.255"},
    {"127.0.0.0", "127.255.255.255"},   {"169.254.0.0", "169.254.255.255"}, {"172.16.0.0", "172.31.255.255"},
    {"192.0.0.0", "192.0.0.255"},       {"192.0.2.0", "192.0.2.255"},       {"192.88.99.0", "192.88.99.255"},
    {"192.168.0.0", "192.168.255.255"}, {"198.18.0.0", "198.19.255.255"},   {"198.51.100.0", "198.51.100.255"},
    {"203.0.113.0", "203.0.113.255"},   {"224.0.0.0", "255.255.255.255"}};

std::string hexOf(std::uint32_t address) {
    return QString::asprintf("%x:%x", address >> 16, address & 0xffffU).toStdString();
}

// Every way in which an IPv6 address carries an IPv4 address and is routed to it.
std::vector<std::string> carrying(std::uint32_t address) {
    return {"::ffff:" + hexOf(address), "64:ff9b::" + hexOf(address), "2002:" + hexOf(address) + "::1"};
}

std::string ask(World& world, HttpRequest request, Caller caller = Caller{"a"}) {
    return run(drive(asking(std::move(request)), world.egress, std::move(caller)));
}

std::string why(const std::string& url, const OutsideRules& rules = {}, bool proxied = false) {
    return whyNotCalled(url, rules, proxied);
}

}  // namespace

class OutsideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addressThatIsNone_isNotCalled() {
        for (const auto* url : {"", "files.example/1", "ftp://files.example/1", "https://files.example/a b",
                                "https://files.example/1\r\nHost: other", "https://files.ex\tample/1"}) {
            QVERIFY2(!why(url).empty(), url);
        }
        QVERIFY(why("https://files.example/1").empty());
    }

    void rangesOfOurOwn_areNotPublic_theirNeighboursAre() {
        for (const auto& [first, last] : inside4) {
            const auto from = asio::ip::make_address_v4(first).to_uint();
            const auto until = asio::ip::make_address_v4(last).to_uint();
            for (const auto at : {from, from + (until - from) / 2, until}) {
                const auto text = asio::ip::address_v4{at}.to_string();
                QVERIFY2(!isPublic(text), text.c_str());
                for (const auto& form : carrying(at)) {
                    QVERIFY2(!isPublic(form), form.c_str());
                }
            }
        }
        for (const auto* text : {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
                                 "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255"}) {
            QVERIFY2(isPublic(text), text);
            for (const auto& form : carrying(asio::ip::make_address_v4(text).to_uint())) {
                QVERIFY2(isPublic(form), form.c_str());
            }
        }
    }

    void ipv6_onlyTheGlobalRangeIsPublic() {
        for (const auto* text : {"::",
                                 "::1",
                                 "::7f00:1",
                                 "fe80::1",
                                 "febf::1",
                                 "fec0::1",
                                 "fc00::1",
                                 "fdff::1",
                                 "ff02::1",
                                 "100::1",
                                 "64:ff9b:1::7f00:1",
                                 "2001::1",
                                 "2001:0:4136:e378::1",
                                 "2001:10::1",
                                 "2001:1ff::1",
                                 "2001:db8::1",
                                 "3fff::1",
                                 "3fff:fff::1",
                                 "4000::1",
                                 "5f00::1",
                                 "2620:4f:8000::1",
                                 "::ffff:0:127.0.0.1"}) {
            QVERIFY2(!isPublic(text), text);
        }
        for (const auto* text : {"2606:4700::1111", "2a00:1450::1", "2001:200::1", "2001:4860::8888", "3ffe::1"}) {
            QVERIFY2(isPublic(text), text);
        }
    }

    void whyNotCalled_takesHttpsOfNamesAndPublicAddresses() {
        for (const auto* url : {"https://files.example/a?b=c", "https://files.example:443/", "https://1.1.1.1/",
                                "https://[2606:4700::1111]/x"}) {
            QCOMPARE(why(url), ""s);
        }
        for (const auto* url : {"http://files.example/",
                                "https://files.example:8443/",
                                "https://files.example:80/",
                                "ftp://files.example/",
                                "file:///etc/passwd",
                                "gopher://x/",
                                "",
                                "nonsense",
                                "https://",
                                "https://user@files.example/",
                                "https://user:secret@files.example/",
                                "https://127.0.0.1/",
                                "https://127.1/",
                                "https://2130706433/",
                                "https://0x7f.0.0.1/",
                                "https://0177.0.0.1/",
                                "https://[::1]/",
                                "https://[::ffff:127.0.0.1]/",
                                "https://[::ffff:7f00:1]/",
                                "https://[fe80::1%25eth0]/",
                                "https://localhost/",
                                "https://localhost./",
                                "https://LOCALHOST/",
                                "https://a.localhost/",
                                "https://169.254.169.254/latest/meta-data/",
                                "https://10.0.0.1/",
                                "https://[64:ff9b::a00:1]/",
                                "https://[2002:a00:1::1]/"}) {
            QVERIFY2(!why(url).empty(), url);
        }
    }

    void whyNotCalled_byTheAccountsRules() {
        OutsideRules rules;
        rules.plainHttp = true;
        QCOMPARE(why("http://files.example/", rules), ""s);
        QVERIFY(!why("http://files.example:443/", rules).empty());
        QVERIFY(!why("http://10.0.0.1/", rules).empty());
        rules.hosts = {"docs.example", ".Files.example"};
        QCOMPARE(why("https://docs.example/", rules), ""s);
        QCOMPARE(why("https://DOCS.example/", rules), ""s);
        QCOMPARE(why("https://a.files.example/", rules), ""s);
        for (const auto* url : {"https://files.example/", "https://xdocs.example/", "https://docs.example.evil/",
                                "https://evil/docs.example", "https://1.1.1.1/"}) {
            QVERIFY2(!why(url, rules).empty(), url);
        }
        OutsideRules inside;
        inside.inside = {"http://127.0.0.1:9000"};
        QCOMPARE(why("http://127.0.0.1:9000/x", inside), ""s);
        for (const auto* url : {"http://127.0.0.1:9001/x", "https://127.0.0.1:9000/x", "http://127.0.0.2:9000/x",
                                "http://localhost:9000/x", "http://127.0.0.1:9000@evil/"}) {
            QVERIFY2(!why(url, inside).empty(), url);
        }
    }

    void whyNotCalled_behindAProxy_onlyListedNames() {
        QVERIFY(!why("https://files.example/", {}, true).empty());
        QCOMPARE(why("https://1.1.1.1/", {}, true), ""s);
        QVERIFY(!why("https://10.0.0.1/", {}, true).empty());
        OutsideRules rules;
        rules.hosts = {"files.example"};
        QCOMPARE(why("https://files.example/", rules, true), ""s);
    }

    void redirected_resolvesAgainstWhereItStood() {
        QCOMPARE(redirected("https://a.example/x/y?z", "w").value_or(""), "https://a.example/x/w"s);
        QCOMPARE(redirected("https://a.example/x", "//b.example/q").value_or(""), "https://b.example/q"s);
        QCOMPARE(redirected("https://a.example/x", "http://127.0.0.1/").value_or(""), "http://127.0.0.1/"s);
        QVERIFY(!redirected("https://a.example/x", ""));
        QVERIFY(!redirected("https://a.example/x", "https://user@b.example/"));
    }

    // Over true sockets: a name that leads to this machine is not connected to, whatever its text looks like.
    void curl_doesNotConnectInside() {
        RawServer server{[](RawConnection& connection) {
            connection.readRequest();
            connection.write(response("hi"));
        }};
        CurlClient client;
        const auto send = [&](const std::string& url, bool outside) {
            auto request = get(url);
            request.fromOutside = outside;
            return run(client.send(std::move(request), std::chrono::seconds{5}));
        };
        const auto port = server.url().substr(server.url().rfind(':'));
        for (const auto* host : {"127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]"}) {
            try {
                send("http://"s + host + port, true);
                QFAIL(host);
            } catch (const TransportError& error) {
                QCOMPARE(error.kind(), TransportError::Kind::refused);
                QVERIFY(!error.mayHaveArrived());
            }
        }
        QCOMPARE(server.connections(), 0);
        // The same server, when it is not somebody else's word; and no open connection is shared with what is.
        QCOMPARE(send(server.url(), false).body, "hi"s);
        QVERIFY_THROWS_EXCEPTION(TransportError, send(server.url(), true));
        QCOMPARE(server.connections(), 1);
    }

    void redirects_areFollowedThreeTimes_andEachIsChecked() {
        const auto to = [](const char* where) { return reply(302, {}, {{"Location", where}}); };
        const auto outside = [](const char* where) {
            auto request = get(where).with("Authorization", "Bearer x");
            request.fromOutside = true;
            return request;
        };
        World world;
        world.client.then(to("/b")).then(to("https://other.example/c")).then(to("d")).then(reply(200));
        QCOMPARE(ask(world, outside("https://files.example/a")), "200"s);
        QCOMPARE(world.client.sent.back().url, "https://other.example/d"s);
        QVERIFY(!world.client.sent.at(1).headers.empty());
        QVERIFY(world.client.sent.at(2).headers.empty());  // another origin sees no credentials
        for (const auto& each : world.client.sent) {
            QVERIFY(each.fromOutside);
        }
        for (const auto* where : {"https://127.0.0.1/", "http://files.example/", "https://[::1]/", "file:///etc/passwd",
                                  "https://files.example:22/", "//10.0.0.1/x"}) {
            World one;
            one.client.then(to(where));
            QCOMPARE(ask(one, outside("https://files.example/a")), "configuration"s);
            QCOMPARE(one.client.sent.size(), std::size_t{1});
        }
        World endless;
        for (int i = 0; i < 9; ++i) {
            endless.client.then(to("/again"));
        }
        QCOMPARE(ask(endless, outside("https://files.example/a")), "configuration"s);
        QCOMPARE(endless.client.sent.size(), std::size_t{4});
    }

    void redirects_areAllFollowedWithinOneTime() {
        World world;
        for (const auto* where : {"/b", "/c", "/d"}) {
            world.client.then(reply(302, {}, {{"Location", where}}), std::chrono::seconds{10});
        }
        auto request = get("https://files.example/a");
        request.fromOutside = true;
        Caller caller{"a"};
        caller.total = caller.single = std::chrono::seconds{25};
        QCOMPARE(ask(world, request, caller), "provider_unreachable"s);
        QCOMPARE(world.client.deadlines,
                 (std::vector<Millis>{std::chrono::seconds{25}, std::chrono::seconds{15}, std::chrono::seconds{5}}));
    }

    void whatIsFromOutside_saysNothingOfTheAccount() {
        World world;
        auto request = get("https://files.example/a");
        request.fromOutside = true;
        for (int i = 0; i < 10; ++i) {
            world.client.then(noConnection());
        }
        QCOMPARE(ask(world, request), "provider_unreachable"s);
        QCOMPARE(world.egress.answering("a"), Answering::unknown);
        QVERIFY(!world.egress.spares("a"));
        auto body = post("https://files.example/a");
        body.fromOutside = true;
        QCOMPARE(ask(world, body), "internal"s);
    }

    void insideThatIsAllowed_isCalledAsOurOwn() {
        World world;
        auto request = get("http://127.0.0.1:9000/a");
        request.fromOutside = true;
        QCOMPARE(ask(world, request), "configuration"s);
        Caller caller{"a"};
        caller.outside.inside = {"http://127.0.0.1:9000"};
        QCOMPARE(ask(world, request, caller), "200"s);
        QVERIFY(!world.client.sent.back().fromOutside);
    }
};

VERDESK_TEST(OutsideTest)
#include "outside_test.moc"
