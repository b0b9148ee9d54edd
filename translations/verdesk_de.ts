<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>verdesk::desk::Practice</name>
    <message>
        <source>The practice backend (%1) cannot be started: %2.</source>
        <translation>Das Übungs-Backend (%1) lässt sich nicht starten: %2.</translation>
    </message>
    <message>
        <source>The practice backend ended without a word.</source>
        <translation>Das Übungs-Backend hat sich ohne Meldung beendet.</translation>
    </message>
    <message>
        <source>The practice backend cannot start: %1</source>
        <translation>Das Übungs-Backend kann nicht starten: %1</translation>
    </message>
</context>
<context>
    <name>verdesk::desk::Settings</name>
    <message>
        <source>there is no such file</source>
        <translation>die Datei gibt es nicht</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the file is not written as an ini file</source>
        <translation>die Datei hat nicht die Form einer ini-Datei</translation>
    </message>
    <message>
        <source>there is no setting of this name</source>
        <translation>eine Einstellung dieses Namens gibt es nicht</translation>
    </message>
    <message>
        <source>the backend&apos;s address is missing</source>
        <translation>die Adresse des Backends fehlt</translation>
    </message>
    <message>
        <source>the address must begin with https:// (http:// only on this computer itself)</source>
        <translation>die Adresse muss mit https:// beginnen (http:// nur auf diesem Rechner selbst)</translation>
    </message>
    <message>
        <source>this is not a language, such as &quot;en&quot; or &quot;de&quot;</source>
        <translation>das ist keine Sprache wie „en“ oder „de“</translation>
    </message>
    <message>
        <source>must be one of: system, light, dark</source>
        <translation>muss eines davon sein: system, light, dark</translation>
    </message>
</context>
<context>
    <name>verdesk::desk::Words</name>
    <message>
        <source>The name or the password is not right.</source>
        <translation>Der Name oder das Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a moment before you try again.</source>
        <translation>Zu viele Versuche. Warten Sie einen Moment, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>You are not registered for the branch of this counter. Ask your administrator.</source>
        <translation>Sie sind für die Filiale dieses Schalters nicht eingetragen. Fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>There is an open case for this reference already.</source>
        <translation>Zu dieser Referenz gibt es bereits einen offenen Fall.</translation>
    </message>
    <message>
        <source>This case is closed. Open a new one.</source>
        <translation>Dieser Fall ist geschlossen. Öffnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This case is blocked by a sanctions match. Nobody can approve it or go on with it.</source>
        <translation>Dieser Fall ist durch einen Sanktionstreffer gesperrt. Niemand kann ihn genehmigen oder fortsetzen.</translation>
    </message>
    <message>
        <source>This check is not offered any more. Choose another one.</source>
        <translation>Diese Prüfung wird nicht mehr angeboten. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The provider of this check does not answer. Choose another check, or try again later.</source>
        <translation>Der Anbieter dieser Prüfung antwortet nicht. Wählen Sie eine andere Prüfung oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This check has ended already.</source>
        <translation>Diese Prüfung ist bereits beendet.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask a compliance officer.</source>
        <translation>Ihre Rolle erlaubt das nicht. Wenden Sie sich an Compliance.</translation>
    </message>
    <message>
        <source>There is no completed check in this case, so there is nothing to approve.</source>
        <translation>In diesem Fall gibt es keine abgeschlossene Prüfung, also nichts zu genehmigen.</translation>
    </message>
    <message>
        <source>The backend does not know this case in your branch.</source>
        <translation>Das Backend kennt diesen Fall in Ihrer Filiale nicht.</translation>
    </message>
    <message>
        <source>The backend met an error of its own. Try again; if it stays, call support.</source>
        <translation>Im Backend ist ein Fehler aufgetreten. Versuchen Sie es noch einmal; bleibt er, rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>The backend is busy. Wait a moment, then try again.</source>
        <translation>Das Backend ist ausgelastet. Warten Sie einen Moment und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The backend refused this. Call support with the code below.</source>
        <translation>Das Backend hat das abgewiesen. Rufen Sie den Support mit dem Code unten an.</translation>
    </message>
    <message>
        <source>The customer reference does not have the form that your institution uses.</source>
        <translation>Die Kundenreferenz hat nicht die Form, die Ihr Institut verwendet.</translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation>Eine Begründung ist erforderlich.</translation>
    </message>
    <message>
        <source>This purpose is not offered any more. Choose another one.</source>
        <translation>Dieser Anlass wird nicht mehr angeboten. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The wording of the consent has changed. Sign out and in again to read the new one.</source>
        <translation>Der Wortlaut der Einwilligung hat sich geändert. Melden Sie sich ab und wieder an, um den neuen zu lesen.</translation>
    </message>
    <message>
        <source>The backend does not accept &quot;%1&quot;.</source>
        <extracomment>%1 is the technical name of a field</extracomment>
        <translation>Das Backend nimmt „%1“ nicht an.</translation>
    </message>
    <message>
        <source>The backend does not answer.</source>
        <translation>Das Backend antwortet nicht.</translation>
    </message>
    <message>
        <source>The backend&apos;s certificate is not trusted on this computer. Nothing was sent. Call support.</source>
        <translation>Dem Zertifikat des Backends vertraut dieser Rechner nicht. Es wurde nichts gesendet. Rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>The backend&apos;s answer cannot be read. Call support.</source>
        <translation>Die Antwort des Backends ist nicht lesbar. Rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>This version of Verdesk is too old for your backend. Install the current one.</source>
        <translation>Diese Version von Verdesk ist zu alt für Ihr Backend. Installieren Sie die aktuelle.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::ClaimModel</name>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>not given</source>
        <comment>value of a claim</comment>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::ClaimTable</name>
    <message>
        <source>Claims</source>
        <translation>Angaben</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::CountdownRing</name>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>Noch etwa %n Minute</numerusform>
            <numerusform>Noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>The time is up</source>
        <translation>Die Zeit ist um</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::RangeBar</name>
    <message>
        <source>%1 on a scale from %2 to %3</source>
        <translation>%1 auf einer Skala von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::ScorePanel</name>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>range %1 to %2</source>
        <translation>Spanne %1 bis %2</translation>
    </message>
    <message>
        <source>This check gives no score.</source>
        <translation>Diese Prüfung liefert keinen Score.</translation>
    </message>
    <message>
        <source>Confidence %1%</source>
        <translation>Sicherheit %1 %</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::Spinner</name>
    <message>
        <source>Please wait</source>
        <translation>Bitte warten</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::TokenField</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Enter the token that the customer reads out.</source>
        <translation>Geben Sie das Token ein, das der Kunde vorliest.</translation>
    </message>
    <message>
        <source>“%1” is in no token: there are only letters, digits and dashes.</source>
        <translation>„%1“ kommt in keinem Token vor: Es besteht nur aus Buchstaben, Ziffern und Bindestrichen.</translation>
    </message>
    <message numerus="yes">
        <source>Not complete yet: %n character(s) missing.</source>
        <translation>
            <numerusform>Noch nicht vollständig: Es fehlt %n Zeichen.</numerusform>
            <numerusform>Noch nicht vollständig: Es fehlen %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like the 8-character code of a QR session. The token is longer: the customer finds it in their wallet app.</source>
        <translation>Das sieht nach dem achtstelligen Code einer QR-Sitzung aus. Das Token ist länger: Der Kunde findet es in seiner Wallet-App.</translation>
    </message>
    <message>
        <source>Longer than a token usually is.</source>
        <translation>Länger, als ein Token üblicherweise ist.</translation>
    </message>
    <message>
        <source>A token usually looks different.</source>
        <translation>Ein Token sieht üblicherweise anders aus.</translation>
    </message>
    <message>
        <source>A token usually looks like this: %1</source>
        <translation>Ein Token sieht üblicherweise so aus: %1</translation>
    </message>
    <message>
        <source>Press Enter again to send it all the same.</source>
        <translation>Drücken Sie noch einmal die Eingabetaste, um es trotzdem zu senden.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::Words</name>
    <message>
        <source>Identity</source>
        <comment>claim</comment>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Sanctions</source>
        <comment>claim</comment>
        <translation>Sanktionen</translation>
    </message>
    <message>
        <source>Watch list</source>
        <comment>claim</comment>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Income</source>
        <comment>claim</comment>
        <translation>Einkommen</translation>
    </message>
    <message>
        <source>Income band</source>
        <comment>claim</comment>
        <translation>Einkommensspanne</translation>
    </message>
    <message>
        <source>Score</source>
        <comment>claim</comment>
        <translation>Score</translation>
    </message>
    <message>
        <source>Tier</source>
        <comment>claim</comment>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Stability</source>
        <comment>claim</comment>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Payment reliability</source>
        <comment>claim</comment>
        <translation>Zahlungszuverlässigkeit</translation>
    </message>
    <message>
        <source>Savings consistency</source>
        <comment>claim</comment>
        <translation>Sparverhalten</translation>
    </message>
    <message>
        <source>Fraud risk</source>
        <comment>claim</comment>
        <translation>Betrugsrisiko</translation>
    </message>
    <message>
        <source>Corridor</source>
        <comment>claim: from which country to which money goes</comment>
        <translation>Zahlungsweg</translation>
    </message>
    <message>
        <source>Document valid until</source>
        <comment>claim</comment>
        <translation>Ausweis gültig bis</translation>
    </message>
    <message>
        <source>Clear (no match)</source>
        <comment>sanctions</comment>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Match</source>
        <comment>sanctions</comment>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Open match</source>
        <comment>watch list</comment>
        <translation>Offener Treffer</translation>
    </message>
    <message>
        <source>No match</source>
        <comment>watch list</comment>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Verified</source>
        <comment>value of a claim</comment>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Not verified</source>
        <comment>value of a claim</comment>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>value of a claim</comment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <comment>value of a claim</comment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>0.98 of 1</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 on a scale from %2 to %3</source>
        <translation>%1 auf einer Skala von %2 bis %3</translation>
    </message>
    <message>
        <source> (range %1 to %2)</source>
        <translation> (Spanne %1 bis %2)</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>fraud risk</comment>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>fraud risk</comment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <comment>fraud risk</comment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Kept as evidence</source>
        <comment>a document</comment>
        <translation>Als Nachweis aufbewahrt</translation>
    </message>
    <message>
        <source>yes or no</source>
        <comment>what a claim will say</comment>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>OFAC, EU and UN lists</source>
        <comment>what a claim will say</comment>
        <translation>Listen von OFAC, EU und UN</translation>
    </message>
    <message>
        <source>open matches</source>
        <comment>what a claim will say</comment>
        <translation>offene Treffer</translation>
    </message>
    <message>
        <source>verified or not</source>
        <comment>what a claim will say</comment>
        <translation>bestätigt oder nicht</translation>
    </message>
    <message>
        <source>from, to</source>
        <comment>what a claim will say: an income band</comment>
        <translation>von, bis</translation>
    </message>
    <message>
        <source>with range and confidence</source>
        <comment>what a claim will say</comment>
        <translation>mit Spanne und Sicherheit</translation>
    </message>
    <message>
        <source>a letter</source>
        <comment>what a claim will say: a tier such as A</comment>
        <translation>ein Buchstabe</translation>
    </message>
    <message>
        <source>low, medium or high</source>
        <comment>what a claim will say</comment>
        <translation>niedrig, mittel oder hoch</translation>
    </message>
    <message>
        <source>from 0 to 1</source>
        <comment>what a claim will say</comment>
        <translation>von 0 bis 1</translation>
    </message>
    <message>
        <source>from 0 to 100</source>
        <comment>what a claim will say</comment>
        <translation>von 0 bis 100</translation>
    </message>
    <message>
        <source>from country to country</source>
        <comment>what a claim will say</comment>
        <translation>von Land zu Land</translation>
    </message>
    <message>
        <source>a date</source>
        <comment>what a claim will say</comment>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>The sanctions check found a match.</source>
        <translation>Die Sanktionsprüfung ergab einen Treffer.</translation>
    </message>
    <message>
        <source>The provider refuses this customer because of a sanctions match.</source>
        <translation>Der Anbieter weist diesen Kunden wegen eines Sanktionstreffers ab.</translation>
    </message>
    <message>
        <source>There is an open match on a watch list. A person has to judge it.</source>
        <translation>Auf einer Beobachtungsliste gibt es einen offenen Treffer. Ein Mensch muss ihn beurteilen.</translation>
    </message>
    <message>
        <source>Asked for and not given: %1.</source>
        <comment>claim</comment>
        <translation>Angefragt, aber nicht angegeben: %1.</translation>
    </message>
    <message>
        <source>The provider could not verify: %1.</source>
        <comment>claim</comment>
        <translation>Vom Anbieter nicht bestätigt: %1.</translation>
    </message>
    <message>
        <source>The provider found something else than was stated: %1.</source>
        <comment>claim</comment>
        <translation>Der Anbieter fand etwas anderes als angegeben: %1.</translation>
    </message>
    <message>
        <source>The fraud risk is not low.</source>
        <translation>Das Betrugsrisiko ist nicht niedrig.</translation>
    </message>
    <message>
        <source>The document has expired.</source>
        <translation>Der Ausweis ist abgelaufen.</translation>
    </message>
    <message>
        <source>The answer is not clear: %1.</source>
        <comment>claim</comment>
        <translation>Die Antwort ist nicht eindeutig: %1.</translation>
    </message>
    <message>
        <source>The result came without a signature and has not been confirmed.</source>
        <translation>Das Ergebnis kam ohne Signatur und wurde nicht bestätigt.</translation>
    </message>
    <message>
        <source>The provider answered without a single claim.</source>
        <translation>Der Anbieter hat ohne eine einzige Angabe geantwortet.</translation>
    </message>
    <message>
        <source>A rule asks for a second look (%1).</source>
        <translation>Eine Regel verlangt einen zweiten Blick (%1).</translation>
    </message>
    <message>
        <source>Ask whether the customer wants to go on. If so, start again: the customer gets a new request.</source>
        <translation>Fragen Sie, ob der Kunde weitermachen möchte. Wenn ja, beginnen Sie neu: Der Kunde erhält eine neue Anfrage.</translation>
    </message>
    <message>
        <source>Ask the customer to make a new share in their wallet app, and enter the new token.</source>
        <translation>Bitten Sie den Kunden, in der Wallet-App eine neue Freigabe zu erzeugen, und geben Sie das neue Token ein.</translation>
    </message>
    <message>
        <source>Read the token again together, character by character. If it stays wrong, ask for a new one.</source>
        <translation>Lesen Sie das Token gemeinsam noch einmal, Zeichen für Zeichen. Bleibt es falsch, bitten Sie um ein neues.</translation>
    </message>
    <message>
        <source>Do not go on this way. Use another check, or ask a colleague.</source>
        <translation>Gehen Sie so nicht weiter. Nutzen Sie eine andere Prüfung oder fragen Sie im Kollegenkreis.</translation>
    </message>
    <message>
        <source>Make a new code when the customer is ready.</source>
        <translation>Erzeugen Sie einen neuen Code, sobald der Kunde bereit ist.</translation>
    </message>
    <message>
        <source>Stop the business. Do not say why. Compliance takes over.</source>
        <translation>Brechen Sie das Geschäft ab. Nennen Sie keinen Grund. Compliance übernimmt.</translation>
    </message>
    <message>
        <source>The customer declined</source>
        <translation>Der Kunde hat abgelehnt</translation>
    </message>
    <message>
        <source>The customer chose not to share.</source>
        <translation>Der Kunde möchte nichts freigeben.</translation>
    </message>
    <message>
        <source>They tapped “Decline” in their wallet app. Nothing was shared.</source>
        <translation>In der Wallet-App wurde „Ablehnen“ gewählt. Es wurde nichts freigegeben.</translation>
    </message>
    <message>
        <source>Token not found</source>
        <translation>Token nicht gefunden</translation>
    </message>
    <message>
        <source>The provider does not know this token.</source>
        <translation>Der Anbieter kennt dieses Token nicht.</translation>
    </message>
    <message>
        <source>It was probably misread or mistyped.</source>
        <translation>Wahrscheinlich wurde es falsch gelesen oder vertippt.</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>The token is no longer valid.</source>
        <translation>Das Token ist nicht mehr gültig.</translation>
    </message>
    <message>
        <source>A token lives for a short time only, and this one is past it.</source>
        <translation>Ein Token gilt nur kurze Zeit, und diese ist vorbei.</translation>
    </message>
    <message>
        <source>Token revoked</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <source>The customer has withdrawn this token.</source>
        <translation>Der Kunde hat dieses Token zurückgezogen.</translation>
    </message>
    <message>
        <source>It was revoked in their wallet app and cannot be used any more.</source>
        <translation>Es wurde in der Wallet-App widerrufen und kann nicht mehr verwendet werden.</translation>
    </message>
    <message>
        <source>Do not ask for the same token again. Talk to the customer: if they do want to share, use another check, or ask a colleague.</source>
        <translation>Fragen Sie nicht noch einmal nach demselben Token. Sprechen Sie mit dem Kunden: Möchte er doch freigeben, nutzen Sie eine andere Prüfung oder fragen Sie im Kollegenkreis.</translation>
    </message>
    <message>
        <source>Token already used</source>
        <translation>Token bereits verwendet</translation>
    </message>
    <message>
        <source>This token has been used before.</source>
        <translation>Dieses Token wurde schon einmal verwendet.</translation>
    </message>
    <message>
        <source>A token proves something once; it cannot be shown twice.</source>
        <translation>Ein Token beweist etwas einmal; es kann nicht zweimal vorgelegt werden.</translation>
    </message>
    <message>
        <source>Token for somebody else</source>
        <translation>Token für jemand anderen</translation>
    </message>
    <message>
        <source>The token was not made for this institution.</source>
        <translation>Das Token wurde nicht für dieses Institut erzeugt.</translation>
    </message>
    <message>
        <source>The customer chose another recipient when they made it.</source>
        <translation>Der Kunde hat beim Erzeugen einen anderen Empfänger gewählt.</translation>
    </message>
    <message>
        <source>Do not enter it again. Ask the customer to choose this institution as the recipient, or use another check.</source>
        <translation>Geben Sie es nicht noch einmal ein. Bitten Sie den Kunden, dieses Institut als Empfänger zu wählen, oder nutzen Sie eine andere Prüfung.</translation>
    </message>
    <message>
        <source>Stop. Sanctions match.</source>
        <translation>Stopp. Sanktionstreffer.</translation>
    </message>
    <message>
        <source>This customer is on a watch list (OFAC, EU or UN). The case is blocked: it cannot be approved here, by anybody.</source>
        <translation>Dieser Kunde steht auf einer Sanktionsliste (OFAC, EU oder UN). Der Fall ist gesperrt: Er kann hier von niemandem genehmigt werden.</translation>
    </message>
    <message>
        <source>Request expired</source>
        <translation>Anfrage abgelaufen</translation>
    </message>
    <message>
        <source>The customer did not answer in time.</source>
        <translation>Der Kunde hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>A request is open for a few minutes only. Nothing was shared.</source>
        <translation>Eine Anfrage ist nur wenige Minuten offen. Es wurde nichts freigegeben.</translation>
    </message>
    <message>
        <source>The provider declined</source>
        <translation>Der Anbieter hat abgelehnt</translation>
    </message>
    <message>
        <source>The provider refused this check.</source>
        <translation>Der Anbieter hat diese Prüfung abgelehnt.</translation>
    </message>
    <message>
        <source>It gave a reason that Verdesk does not know.</source>
        <translation>Er nannte einen Grund, den Verdesk nicht kennt.</translation>
    </message>
    <message>
        <source>The provider does not answer</source>
        <translation>Der Anbieter antwortet nicht</translation>
    </message>
    <message>
        <source>The check could not be done: there was no answer in time.</source>
        <translation>Die Prüfung war nicht möglich: Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>The provider or the line to it is down. The customer did nothing wrong.</source>
        <translation>Der Anbieter oder die Leitung zu ihm ist gestört. Der Kunde hat nichts falsch gemacht.</translation>
    </message>
    <message>
        <source>Try again in a moment. If it stays so, use another check.</source>
        <translation>Versuchen Sie es gleich noch einmal. Bleibt es dabei, nutzen Sie eine andere Prüfung.</translation>
    </message>
    <message>
        <source>The provider has a problem</source>
        <translation>Der Anbieter hat eine Störung</translation>
    </message>
    <message>
        <source>The check could not be done: the provider&apos;s answer was not usable.</source>
        <translation>Die Prüfung war nicht möglich: Die Antwort des Anbieters war nicht verwertbar.</translation>
    </message>
    <message>
        <source>Something is wrong at the provider. The answer is kept for support.</source>
        <translation>Beim Anbieter stimmt etwas nicht. Die Antwort ist für den Support aufbewahrt.</translation>
    </message>
    <message>
        <source>Try again. If it happens twice, use another check and tell support the code below.</source>
        <translation>Versuchen Sie es noch einmal. Geschieht es wieder, nutzen Sie eine andere Prüfung und nennen Sie dem Support den Code unten.</translation>
    </message>
    <message>
        <source>The provider refused our request</source>
        <translation>Der Anbieter hat unsere Anfrage abgewiesen</translation>
    </message>
    <message>
        <source>The check could not be started: the provider did not accept our key or our request.</source>
        <translation>Die Prüfung konnte nicht beginnen: Der Anbieter hat unseren Schlüssel oder unsere Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>This has to be put right by your administrator. The customer did nothing wrong.</source>
        <translation>Das muss Ihre Administration in Ordnung bringen. Der Kunde hat nichts falsch gemacht.</translation>
    </message>
    <message>
        <source>Use another check, and tell your administrator the code below.</source>
        <translation>Nutzen Sie eine andere Prüfung und nennen Sie Ihrer Administration den Code unten.</translation>
    </message>
    <message>
        <source>The check has changed</source>
        <translation>Die Prüfung wurde geändert</translation>
    </message>
    <message>
        <source>This check was changed while it was running.</source>
        <translation>Diese Prüfung wurde geändert, während sie lief.</translation>
    </message>
    <message>
        <source>An administrator changed its settings, so its result can no longer be used.</source>
        <translation>Die Administration hat ihre Einstellungen geändert; das Ergebnis ist daher nicht mehr verwendbar.</translation>
    </message>
    <message>
        <source>Start the check again.</source>
        <translation>Starten Sie die Prüfung neu.</translation>
    </message>
    <message>
        <source>Something went wrong here</source>
        <translation>Hier ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>The check stopped because of a fault of ours.</source>
        <translation>Die Prüfung wurde durch einen Fehler bei uns beendet.</translation>
    </message>
    <message>
        <source>Verdesk could not go on. What happened is kept for support.</source>
        <translation>Verdesk konnte nicht weitermachen. Was geschah, ist für den Support aufbewahrt.</translation>
    </message>
    <message>
        <source>Try again. If it happens twice, tell support the code below.</source>
        <translation>Versuchen Sie es noch einmal. Geschieht es wieder, nennen Sie dem Support den Code unten.</translation>
    </message>
    <message>
        <source>The check failed</source>
        <translation>Die Prüfung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The check ended in a way that this version of Verdesk does not know.</source>
        <translation>Die Prüfung endete auf eine Weise, die diese Version von Verdesk nicht kennt.</translation>
    </message>
    <message>
        <source>Try again, or use another check. Tell support the code below.</source>
        <translation>Versuchen Sie es noch einmal oder nutzen Sie eine andere Prüfung. Nennen Sie dem Support den Code unten.</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>state of a check</comment>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>state of a check: for the customer</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>state of a check</comment>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>state of a check</comment>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Declined</source>
        <comment>state of a check</comment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>state of a check</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a check</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of a check</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>state of a check</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Pass</source>
        <comment>verdict</comment>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>verdict: a person has to look at it</comment>
        <translation>Nachprüfen</translation>
    </message>
    <message>
        <source>Fail</source>
        <comment>verdict</comment>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Blocked</source>
        <comment>verdict</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>No verdict</source>
        <comment>verdict</comment>
        <translation>Kein Urteil</translation>
    </message>
    <message>
        <source>Proven</source>
        <comment>status of a claim</comment>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Stated</source>
        <comment>status of a claim: passed on, not checked</comment>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>Missing</source>
        <comment>status of a claim</comment>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <comment>status of a claim</comment>
        <translation>Widerlegt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>status of a claim</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>our call</source>
        <comment>how a result reached us: we asked</comment>
        <translation>unsere Abfrage</translation>
    </message>
    <message>
        <source>webhook</source>
        <comment>how a result reached us: the provider sent it</comment>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>token check</source>
        <comment>how a result reached us: the answer to our check of a token</comment>
        <translation>Token-Prüfung</translation>
    </message>
    <message>
        <source>unknown way</source>
        <comment>how a result reached us</comment>
        <translation>unbekannter Weg</translation>
    </message>
    <message>
        <source>Practice</source>
        <comment>environment</comment>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <comment>environment: a provider&apos;s test world</comment>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>environment</comment>
        <translation>Echtbetrieb</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>environment</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Answering</source>
        <comment>how a provider answers</comment>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Slow</source>
        <comment>how a provider answers</comment>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Not answering</source>
        <comment>how a provider answers</comment>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <comment>how a provider answers</comment>
        <translation>Noch nicht versucht</translation>
    </message>
    <message>
        <source>Approved</source>
        <comment>decision on a case</comment>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <comment>decision on a case</comment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Escalated</source>
        <comment>decision on a case</comment>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a case was closed</comment>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Undecided</source>
        <comment>decision on a case</comment>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state of a case</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state of a case</comment>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>state of a case</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Teller</source>
        <comment>role</comment>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Compliance officer</source>
        <comment>role</comment>
        <translation>Compliance</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role</comment>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Unknown role</source>
        <comment>role</comment>
        <translation>Unbekannte Rolle</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
</context>
</TS>
