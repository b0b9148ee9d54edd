#pragma once
// Invented rows with something in every member.

#include "backend/store/rows.h"

#include <string>

namespace verdesk::test {

Instant at(std::int64_t seconds);  // after a fixed moment
std::string freshId();

backend::store::StaffRow sampleStaff(const std::string& name = "anna");
backend::store::CaseRow sampleCase(const std::string& branch = "city", const std::string& reference = "K-1001");
backend::store::VerificationRow sampleVerification(const backend::store::CaseRow& of);
// As it may look once a provider has answered.
backend::store::VerificationRow answered(backend::store::VerificationRow row);
backend::store::HookRow sampleHook();
// Every byte value once, in order; not valid UTF-8.
std::string everyByte();

}  // namespace verdesk::test
