#pragma once
// The institution's accounts and flows at the providers whose pages customers use at the counter: their part of the
// configuration, and the files that it names.

#include "tour/stage/sandbox.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace verdesk::stage {

struct Accounts {
    QString configuration;
    QMap<QString, QByteArray> files;  // by name, in the configuration's folder
};

// The unguessable parts of the addresses to which webhooks come.
struct Segments {
    QByteArray pingback;
    QByteArray signedPingback;  // of a second account at Passport.io
    QByteArray passbase;
    QByteArray identomat;
};

// `signingSecret`: of the signed pingbacks. `metadataKey`: a private RSA key, for what goes along with a check at
// Passbase.
Accounts passportIoAccounts(const Sandbox& sandbox, const Segments& segments, const QByteArray& signingSecret);
Accounts authenteqAccount(const Sandbox& sandbox);
Accounts passbaseAccount(const Sandbox& sandbox, const Segments& segments, const QByteArray& metadataKey);
Accounts identomatAccount(const Sandbox& sandbox, const Segments& segments);

}  // namespace verdesk::stage
