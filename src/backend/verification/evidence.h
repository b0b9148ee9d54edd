#pragma once
// The documents of a result: kept in the transaction that takes its claims, or noted as still to be fetched.

#include "backend/store/transaction.h"
#include "backend/verification/transition.h"

namespace verdesk::backend {

// Gives each claim that is a document the id under which it is kept, or says in it why it is not. The caller writes the
// row afterwards.
void keepDocuments(store::Transaction& t, store::VerificationRow& row, const providers::Progress& progress, Instant at);

// Takes out of an answer what the flow does not keep, and says so in the claims that it goes with.
void dropUnkept(providers::Progress& progress, const providers::Keep& keep);
bool keeps(const providers::Keep& keep, std::string_view bytes);

// Why these bytes are not kept, as markMissing takes it; empty where nothing is against it.
std::string whyNotKept(std::string_view bytes);

}  // namespace verdesk::backend
