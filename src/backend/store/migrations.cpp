#include "backend/store/migrations.h"

namespace verdesk::backend::store {
namespace {

// Any number: taken while migrating, so that two programs that start at once do it one after the other.
constexpr const char* takeMigrationLock = "select pg_advisory_xact_lock(860112001)";

std::string forEngine(std::string_view statement, Engine engine) {
    constexpr std::string_view mark = "{text}";
    const std::string_view type = engine == Engine::postgres ? "text collate \"C\"" : "text";
    std::string text;
    for (std::size_t at = 0; at < statement.size();) {
        const auto found = statement.find(mark, at);
        text.append(statement.substr(at, found == std::string_view::npos ? found : found - at));
        if (found == std::string_view::npos) {
            break;
        }
        text.append(type);
        at = found + mark.size();
    }
    return text;
}

std::int64_t versionOf(Connection& connection) {
    std::int64_t version = 0;
    for (auto& row : connection.select("select value from meta where name = 'schema'", 1, {})) {
        row.into(version);
    }
    return version;
}

void step(Connection& connection, std::int64_t version, const std::vector<std::string_view>& statements) {
    for (const auto statement : statements) {
        connection.run(forEngine(statement, connection.engine()).c_str());
    }
    connection.run("delete from meta where name = 'schema'");
    connection.run(("insert into meta (name, value) values ('schema', '" + std::to_string(version) + "')").c_str());
}

}  // namespace

const std::vector<std::vector<std::string_view>>& migrations() {
    static const std::vector<std::vector<std::string_view>> steps{
        {
            // The end of the log. One row: taking it is what puts commits in order.
            "create table head (id bigint primary key, last bigint not null)",
            "insert into head (id, last) values (1, 0)",
            // `canonical` is what was hashed, to the byte; the columns before it repeat some of it for lookups.
            "create table events (seq bigint primary key, id {text} not null unique, at bigint not null, "
            "type {text} not null, case_id {text} not null, verification_id {text} not null, "
            "canonical {text} not null, leaf {text} not null)",
            "create index events_of_case on events (case_id, seq)",

            "create table staff (id {text} primary key, name {text} not null unique, display_name {text} not null, "
            "role {text} not null, branches {text} not null, password_hash {text} not null, "
            "disabled bigint not null, failures bigint not null, locked_until bigint, created_at bigint not null)",
            "create table sessions (token_hash {text} primary key, staff_id {text} not null references staff (id), "
            "branch {text} not null, counter {text} not null, created_at bigint not null, seen_at bigint not null, "
            "expires_at bigint not null)",
            "create index sessions_of_staff on sessions (staff_id)",
            "create table idempotency (staff_id {text} not null, key {text} not null, "
            "request_digest {text} not null, status bigint not null, answer {text} not null, at bigint not null, "
            "primary key (staff_id, key))",
            "create index idempotency_by_time on idempotency (at)",

            "create table cases (id {text} primary key, number {text} not null, branch {text} not null, "
            "reference {text} not null, purpose {text} not null, state {text} not null, verdict {text} not null, "
            "decision {text} not null, environment {text} not null, opened_by {text} not null, "
            "opened_by_name {text} not null, opened_at bigint not null, updated_at bigint not null, "
            "consent_version {text} not null, consent_language {text} not null, "
            "attestation_version {text} not null, wrapped_key {text} not null)",
            "create unique index cases_by_number on cases (branch, number)",
            "create index cases_by_time on cases (branch, opened_at, id)",
            "create index cases_by_state on cases (branch, state, opened_at, id)",
            "create index cases_by_reference on cases (branch, reference, opened_at, id)",
            "create table decisions (case_id {text} not null references cases (id), ordinal bigint not null, "
            "kind {text} not null, reason {text} not null, at bigint not null, decided_by {text} not null, "
            "decided_by_name {text} not null, primary key (case_id, ordinal))",

            "create table verifications (id {text} primary key, case_id {text} not null references cases (id), "
            "branch {text} not null, counter {text} not null, flow {text} not null, flow_digest {text} not null, "
            "rules_version bigint not null, provider {text} not null, account {text} not null, "
            "environment {text} not null, launch {text} not null, state {text} not null, verdict {text} not null, "
            "decline {text}, failure {text}, code {text} not null, provider_code {text} not null, "
            "provider_key {text} not null, started_at bigint not null, ended_at bigint, deadline bigint, "
            "next_poll_at bigint, polled_at bigint, started_by {text} not null, started_by_name {text} not null, "
            "tier {text} not null, score double precision, details {text} not null, "
            "lease_holder {text}, lease_until bigint)",
            "create index verifications_of_case on verifications (case_id, started_at, id)",
            "create index verifications_due on verifications (next_poll_at) where next_poll_at is not null",
            "create index verifications_open on verifications (account, polled_at) "
            "where state in ('requesting', 'awaiting', 'verifying')",
            "create index verifications_by_provider_key on verifications (account, provider_key) "
            "where provider_key <> ''",
            "create table tokens (account {text} not null, digest {text} not null, "
            "verification_id {text} not null references verifications (id), primary key (account, digest))",
            "create table raw_answers (id {text} primary key, "
            "verification_id {text} not null references verifications (id), "
            "case_id {text} not null references cases (id), what {text} not null, body {text} not null, "
            "at bigint not null)",
            "create index raw_answers_of_verification on raw_answers (verification_id)",
            "create table journal (key {text} primary key, "
            "verification_id {text} not null references verifications (id), "
            "case_id {text} not null references cases (id), request {text} not null, answer {text}, "
            "written_at bigint not null, answered_at bigint)",
            "create index journal_unanswered on journal (written_at) where answered_at is null",

            "create table hooks (id {text} primary key, account {text} not null, digest {text} not null unique, "
            "body {text} not null, headers {text} not null, state {text} not null, received_at bigint not null, "
            "verification_id {text} not null)",
            "create index hooks_waiting on hooks (received_at, id) where state = 'received'",
        },
        {
            // A document's bytes stand apart, in pieces that both engines take in their stride.
            "create table documents (id {text} primary key, "
            "verification_id {text} not null references verifications (id), "
            "case_id {text} not null references cases (id), path {text} not null, media_type {text} not null, "
            "size bigint not null, digest {text} not null, at bigint not null)",
            "create index documents_of_verification on documents (verification_id)",
            "create table document_pieces (document_id {text} not null references documents (id), "
            "ordinal bigint not null, body {text} not null, primary key (document_id, ordinal))",
            // What is still to be fetched. A row is gone when that is settled.
            "create table fetches (id {text} primary key, "
            "verification_id {text} not null references verifications (id), "
            "case_id {text} not null references cases (id), what {text} not null, tries bigint not null, "
            "next_at bigint not null, at bigint not null)",
            "create index fetches_due on fetches (next_at, id)",
            "alter table hooks add column note {text}",
            "create index hooks_unmatched on hooks (received_at, id) where state = 'unmatched'",
        },
        {
            // What was sent for a verification, where the same token is handed in for another one.
            "create index journal_of_verification on journal (verification_id)",
        },
        {
            // Who was added to whose check.
            "alter table verifications add column parent_id {text} not null default ''",
            // Which verification made which reference known to the provider of an account. By which id is sealed there.
            "create table subjects (verification_id {text} primary key references verifications (id), "
            "case_id {text} not null references cases (id), account {text} not null, "
            "reference_digest {text} not null, at bigint not null)",
            "create index subjects_by_reference on subjects (reference_digest, account)",
            "create index subjects_of_case on subjects (case_id)",
            // Erased cases, and what their providers are still to delete. A row of the latter is gone when that is
            // done.
            "alter table cases add column erased_at bigint",
            "create table erasures (case_id {text} primary key references cases (id), at bigint not null, "
            "erased_by {text} not null, erased_by_name {text} not null, reason {text} not null)",
            "create table forgettings (verification_id {text} primary key references verifications (id), "
            "case_id {text} not null references cases (id), account {text} not null, provider {text} not null, "
            "flow {text} not null, launch {text} not null, provider_keys {text} not null, tries bigint not null, "
            "next_at bigint not null, at bigint not null)",
            "create index forgettings_due on forgettings (next_at, verification_id)",
        },
    };
    return steps;
}

void migrate(Connection& connection, const std::string& name, std::size_t newestStep) {
    const auto newest = static_cast<std::int64_t>(newestStep);
    const bool postgres = connection.engine() == Engine::postgres;
    connection.run(postgres ? "begin" : "begin immediate");
    try {
        if (postgres) {
            connection.run(takeMigrationLock);
        }
        connection.run(forEngine("create table if not exists meta (name {text} primary key, value {text} not null)",
                                 connection.engine())
                           .c_str());
        const auto version = versionOf(connection);
        if (version > newest) {
            throw StoreError{Trouble::failed, name +
                                                  ": the store was made by a newer version of this program (schema " +
                                                  std::to_string(version) + ", this one knows up to " +
                                                  std::to_string(newest) + "): use that version"};
        }
        for (auto next = version + 1; next <= newest; ++next) {
            step(connection, next, migrations().at(static_cast<std::size_t>(next - 1)));
        }
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

}  // namespace verdesk::backend::store
