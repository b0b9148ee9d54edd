// Every type of the API, member by member: the samples are walked, so that a new member is tested without a new line.

#include "tests/contract/samples.h"

#include "tests/support/registry.h"

#include <QTest>

#include <set>

using namespace verdesk;
using namespace verdesk::test;
using nlohmann::json;

namespace {

// Members that hold whatever the sender put there.
const std::set<std::string> anything{"verbatim", "match", "reply", "further", "openCase"};

struct Spot {
    json::json_pointer pointer;
    std::string path;  // as complaints name it
};

void walk(const json& value, const Spot& at, std::vector<Spot>& spots) {
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) {
            if (anything.contains(name)) {
                continue;
            }
            Spot spot{at.pointer / name, at.path.empty() ? name : at.path + "." + name};
            if (!member.is_null()) {
                spots.push_back(spot);
            }
            walk(member, spot, spots);
        }
    }
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            Spot spot{at.pointer / i, at.path + "[" + std::to_string(i) + "]"};
            spots.push_back(spot);
            walk(value[i], spot, spots);
        }
    }
}

std::vector<Spot> spotsOf(const json& value) {
    std::vector<Spot> spots;
    walk(value, Spot{json::json_pointer{}, {}}, spots);
    return spots;
}

json ofAnotherType(const json& value) {
    return value.is_string() ? json(7) : json("another type");
}

// What reading complains of: the member, or "" where it was read.
std::string complaint(const Sample& sample, const json& text) {
    try {
        (void)sample.andBack(text);
    } catch (const MemberError& error) {
        return error.member();
    }
    return {};
}

}  // namespace

class TypesTest : public QObject {
    Q_OBJECT

private:
    void everySample() {
        QTest::addColumn<int>("index");
        const auto all = samples();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name.c_str()) << static_cast<int>(i);
        }
    }

private Q_SLOTS:
    void type_comesBackAsItWas_data() {
        everySample();
    }
    void type_comesBackAsItWas() {
        QFETCH(int, index);
        const auto sample = samples().at(static_cast<std::size_t>(index));
        const auto overTheWire = json::parse(sample.full.dump());
        QCOMPARE(sample.andBack(overTheWire).dump(), sample.full.dump());
    }

    void member_ofAnotherType_isNamed_data() {
        everySample();
    }
    void member_ofAnotherType_isNamed() {
        QFETCH(int, index);
        const auto sample = samples().at(static_cast<std::size_t>(index));
        for (const auto& spot : spotsOf(sample.full)) {
            if (spot.path == "type" && sample.name == "Problem") {
                continue;  // "about:blank": written for others, never read
            }
            auto text = sample.full;
            text[spot.pointer] = ofAnotherType(text[spot.pointer]);
            const auto said = complaint(sample, text);
            QVERIFY2(said == spot.path, (spot.path + " was called \"" + said + "\"").c_str());
        }
    }

    void member_thatIsMissing_isNamedOrDoneWithout_data() {
        everySample();
    }
    void member_thatIsMissing_isNamedOrDoneWithout() {
        QFETCH(int, index);
        const auto sample = samples().at(static_cast<std::size_t>(index));
        for (const auto& spot : spotsOf(sample.full)) {
            auto text = sample.full;
            auto& parent = text[spot.pointer.parent_pointer()];
            if (!parent.is_object() || spot.path == "kind") {
                continue;  // a launch without a kind is one of a newer kind, tested below
            }
            parent.erase(spot.pointer.back());
            const auto said = complaint(sample, text);
            QVERIFY2(said.empty() || said == spot.path, (spot.path + " was called \"" + said + "\"").c_str());
        }
    }

    void member_thatNobodyKnows_isLeftAlone_data() {
        everySample();
    }
    void member_thatNobodyKnows_isLeftAlone() {
        QFETCH(int, index);
        const auto sample = samples().at(static_cast<std::size_t>(index));
        auto text = sample.full;
        text["ofANewerVersion"] = {{"deep", {1, 2, 3}}};
        QCOMPARE(complaint(sample, text), std::string{});
    }

    void whatIsNoObject_isRefused_data() {
        everySample();
    }
    void whatIsNoObject_isRefused() {
        QFETCH(int, index);
        const auto sample = samples().at(static_cast<std::size_t>(index));
        for (const auto& text : {json::array(), json(1), json("x"), json(nullptr), json(true)}) {
            QVERIFY_THROWS_EXCEPTION(MemberError, (void)sample.andBack(text));
        }
    }

    void required_membersOfRequests_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("members");
        const auto row = [](const char* type, QStringList members) {
            QTest::newRow(type) << QString::fromLatin1(type) << std::move(members);
        };
        const auto l = [](const char* text) { return QString::fromLatin1(text); };
        row("SignIn", {l("method"), l("name"), l("password"), l("desk"), l("desk.version")});
        row("OpenCase", {l("reference"), l("purpose"), l("consent"), l("consent.version"), l("consent.language"),
                         l("attestation"), l("attestation.version")});
        row("StartVerification", {l("flow"), l("launch")});
        row("Decide", {l("kind")});
        row("Erase", {l("reason")});
    }
    void required_membersOfRequests() {
        QFETCH(QString, type);
        QFETCH(QStringList, members);
        for (const auto& sample : samples()) {
            if (sample.name != type.toStdString()) {
                continue;
            }
            for (const auto& member : members) {
                auto pointer = member;
                pointer.replace(QLatin1Char('.'), QLatin1Char('/'));
                const json::json_pointer at{"/" + pointer.toStdString()};
                auto text = sample.full;
                text[at.parent_pointer()].erase(at.back());
                QCOMPARE(complaint(sample, text), member.toStdString());
                text = sample.full;
                text[at] = nullptr;  // null is as good as missing
                QCOMPARE(complaint(sample, text), member.toStdString());
            }
            return;
        }
        QFAIL("no such sample");
    }

    void launch_ofANewerKind_isSkipped() {
        QVERIFY(!launchFrom(JsonReader{json{{"kind", "hologram"}}}).has_value());
        QVERIFY(!launchFrom(JsonReader{json::object()}).has_value());
        auto text = toJson(fullVerification());
        text["launches"].push_back({{"kind", "hologram"}});
        QCOMPARE(verificationFrom(JsonReader{text}).launches.size(), std::size_t{5});
    }

    void claim_ofANewerKind_keepsItsStatusAndSource() {
        const auto claim = claimFrom(JsonReader{
            json{{"name", "gait"}, {"value", {{"kind", "curve"}}}, {"status", "proven"}, {"verbatim", {{"a", 1}}}}});
        QVERIFY(std::holds_alternative<std::monostate>(claim.value));
        QCOMPARE(claim.status, claims::Status::proven);
        QCOMPARE(claim.verbatim.dump(), std::string{R"({"a":1})"});
    }

    void values_comeBackEqual() {
        QVERIFY(verificationFrom(JsonReader{toJson(fullVerification())}) == fullVerification());
        QVERIFY(caseSummaryFrom(JsonReader{toJson(fullSummary())}) == fullSummary());
        Verification plain;
        plain.id = VerificationId{"v"};
        plain.caseId = CaseId{"c"};
        QVERIFY(verificationFrom(JsonReader{toJson(plain)}) == plain);
    }
};

VERDESK_TEST(TypesTest)
#include "types_test.moc"
