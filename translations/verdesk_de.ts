<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>verdesk::Program</name>
    <message>
        <source>Verdesk runs already on this computer, and does not answer. End it, then start again.</source>
        <translation>Verdesk läuft bereits auf diesem Rechner und antwortet nicht. Beenden Sie es und starten Sie es dann neu.</translation>
    </message>
</context>
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
    <message>
        <source>The wording has changed meanwhile. Read the new one to the customer, then start again.</source>
        <translation>Der Wortlaut hat sich inzwischen geändert. Lesen Sie dem Kunden den neuen vor und starten Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Another token is still being checked. Wait for its result.</source>
        <translation>Ein anderes Token wird noch geprüft. Warten Sie das Ergebnis ab.</translation>
    </message>
    <message>
        <source>A colleague has assigned or dismissed this result already.</source>
        <translation>Jemand anderes hat dieses Ergebnis schon zugeordnet oder verworfen.</translation>
    </message>
    <message>
        <source>The backend does not accept what the provider&apos;s page led to. Start the provider&apos;s page again.</source>
        <translation>Das Backend nimmt nicht an, wohin die Seite des Anbieters geführt hat. Beginnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The backend refused this. Call support and tell them: %1.</source>
        <extracomment>%1 is a technical code</extracomment>
        <translation>Das Backend hat das abgewiesen. Rufen Sie den Support an, und nennen Sie: %1.</translation>
    </message>
    <message>
        <source>This cannot be a token. Read it again together, character by character.</source>
        <translation>Das kann kein Token sein. Lesen Sie es gemeinsam noch einmal, Zeichen für Zeichen.</translation>
    </message>
    <message>
        <source>This check is not offered in this way any more. Choose another way, or another check.</source>
        <translation>Diese Prüfung wird auf diesem Weg nicht mehr angeboten. Wählen Sie einen anderen Weg oder eine andere Prüfung.</translation>
    </message>
    <message>
        <source>This is being done already. Wait a moment, then look whether it is done before you try again.</source>
        <translation>Das wird gerade schon erledigt. Warten Sie einen Moment, und sehen Sie nach, ob es fertig ist, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Something else was sent under the same key, so this was not done. Start it again.</source>
        <translation>Unter demselben Schlüssel wurde schon etwas anderes gesendet, deshalb wurde das nicht getan. Beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Another window of this desk follows what happens. Use that one, or start Verdesk again.</source>
        <translation>Ein anderes Fenster dieses Schalters verfolgt, was geschieht. Benutzen Sie jenes, oder starten Sie Verdesk neu.</translation>
    </message>
    <message>
        <source>Too much has happened since this desk last looked. It reads everything anew by itself.</source>
        <translation>Seit dem letzten Blick ist zu viel geschehen. Verdesk liest von selbst alles neu.</translation>
    </message>
    <message>
        <source>The backend cannot read what this desk sent. Try again; if it stays, this version may not fit your backend: call support.</source>
        <translation>Das Backend kann nicht lesen, was gesendet wurde. Versuchen Sie es noch einmal; bleibt es dabei, passt diese Version vielleicht nicht zu Ihrem Backend: Rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>This is longer than the backend accepts. Shorten what you wrote, then try again.</source>
        <translation>Das ist länger, als das Backend annimmt. Kürzen Sie, was Sie geschrieben haben, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What you search for is too long. Shorten it, then try again.</source>
        <translation>Der Suchtext ist zu lang. Kürzen Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something between this computer and the backend adds too much to every request. Call support.</source>
        <translation>Etwas zwischen diesem Computer und dem Backend fügt jeder Anfrage zu viel hinzu. Rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>The backend does not offer this. This version of Verdesk may not fit it: call support.</source>
        <translation>Das Backend bietet das nicht an. Diese Version von Verdesk passt vielleicht nicht dazu: Rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>What was sent arrived too slowly, so nothing was done. Try again; if it stays, the network of this counter is too slow.</source>
        <translation>Was gesendet wurde, kam zu langsam an, deshalb wurde nichts getan. Versuchen Sie es noch einmal; bleibt es dabei, ist das Netz dieses Schalters zu langsam.</translation>
    </message>
    <message>
        <source>The backend has too much to do just now. Wait a minute, then try again.</source>
        <translation>Das Backend hat gerade zu viel zu tun. Warten Sie eine Minute, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This check does not wait for the customer any more. Its result comes by itself; nothing to do.</source>
        <translation>Diese Prüfung wartet nicht mehr auf den Kunden. Das Ergebnis kommt von selbst; es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Something between this computer and the backend spoils what is sent. Call support.</source>
        <translation>Etwas zwischen diesem Computer und dem Backend verdirbt, was gesendet wird. Rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>The backend does not take this answer. Change it, or leave the question open.</source>
        <translation>Das Backend nimmt diese Antwort nicht an. Ändern Sie sie, oder lassen Sie die Frage offen.</translation>
    </message>
    <message>
        <source>Nobody can be added to this check any more.</source>
        <translation>Dieser Prüfung kann niemand mehr hinzugefügt werden.</translation>
    </message>
    <message>
        <source>The provider of this check does not know this customer (any more). Choose another check.</source>
        <translation>Der Anbieter dieser Prüfung kennt diesen Kunden nicht (mehr). Wählen Sie eine andere Prüfung.</translation>
    </message>
    <message>
        <source>Nobody can be added to this check.</source>
        <translation>Dieser Prüfung kann niemand hinzugefügt werden.</translation>
    </message>
    <message>
        <source>This case is open. Close it before it is erased.</source>
        <translation>Dieser Fall ist offen. Schließen Sie ihn, bevor er gelöscht wird.</translation>
    </message>
    <message>
        <source>This case was erased already.</source>
        <translation>Dieser Fall wurde schon gelöscht.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::AboutDialog</name>
    <message>
        <source>About Verdesk</source>
        <translation>Über Verdesk</translation>
    </message>
    <message>
        <source>Version %1. The verification desk of a bank branch.</source>
        <translation>Version %1. Der Prüfplatz für die Bankfiliale.</translation>
    </message>
    <message>
        <source>Backend: %1</source>
        <translation>Backend: %1</translation>
    </message>
    <message>
        <source>Licence: Apache 2.0. Uses Qt %1 (LGPL 3), Inter and JetBrains Mono (OFL 1.1), qrcodegen and JSON for Modern C++ (MIT).</source>
        <translation>Lizenz: Apache 2.0. Verwendet Qt %1 (LGPL 3), Inter und JetBrains Mono (OFL 1.1), qrcodegen und JSON for Modern C++ (MIT).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::AsksCard</name>
    <message>
        <source>What the customer is asked for</source>
        <translation>Was der Kunde freigeben soll</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::BlockedPage</name>
    <message>
        <source>Do not tell the customer why. Compliance takes over.</source>
        <translation>Nennen Sie dem Kunden keinen Grund. Compliance übernimmt.</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>What to say to the customer</source>
        <translation>Was Sie dem Kunden sagen</translation>
    </message>
    <message>
        <source>“I cannot complete this for you today. The bank will get in touch with you. Thank you for coming in.”</source>
        <translation>„Ich kann das heute leider nicht für Sie abschließen. Die Bank meldet sich bei Ihnen. Vielen Dank für Ihren Besuch.“</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::CancelBar</name>
    <message>
        <source>Cancel check</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::CancelQuestion</name>
    <message>
        <source>Cancel this check? The code on the customer&apos;s phone stops working.</source>
        <translation>Prüfung abbrechen? Der Code auf dem Telefon des Kunden gilt dann nicht mehr.</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::CaseListModel</name>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>New finding</source>
        <comment>state of a case: found out since the decision</comment>
        <translation>Neuer Befund</translation>
    </message>
    <message>
        <source>Erased</source>
        <comment>state of a case</comment>
        <translation>Gelöscht</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::CaseListPage</name>
    <message>
        <source>Today&apos;s cases</source>
        <translation>Fälle von heute</translation>
    </message>
    <message>
        <source>Reference or case</source>
        <translation>Referenz oder Fall</translation>
    </message>
    <message>
        <source>Look for a reference or a case</source>
        <translation>Nach einer Referenz oder einem Fall suchen</translation>
    </message>
    <message>
        <source>This list could not be read again. It may be old.</source>
        <translation>Die Liste konnte nicht neu gelesen werden. Sie ist möglicherweise veraltet.</translation>
    </message>
    <message>
        <source>No cases today</source>
        <translation>Heute noch keine Fälle</translation>
    </message>
    <message>
        <source>Cases appear here as soon as somebody of your branch starts a check.</source>
        <translation>Fälle erscheinen hier, sobald jemand in Ihrer Filiale eine Prüfung startet.</translation>
    </message>
    <message>
        <source>New check</source>
        <translation>Neue Prüfung</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No case of today has this in its reference.</source>
        <translation>Kein Fall von heute enthält das in seiner Referenz.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>The list cannot be read</source>
        <translation>Die Liste lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>at least %1 today</source>
        <extracomment>%1 is a number of cases</extracomment>
        <translation>mindestens %1 heute</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 heute</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::CasePage</name>
    <message>
        <source>Stop. Sanctions match.</source>
        <translation>Stopp. Sanktionstreffer.</translation>
    </message>
    <message>
        <source>This case is blocked. Nobody can approve it. Do not tell the customer why; compliance takes over.</source>
        <translation>Dieser Fall ist gesperrt. Niemand kann ihn genehmigen. Nennen Sie dem Kunden keinen Grund; Compliance übernimmt.</translation>
    </message>
    <message>
        <source>Stop. Sanctions match. Nobody can approve this case.</source>
        <translation>Stopp. Sanktionstreffer. Niemand kann diesen Fall genehmigen.</translation>
    </message>
    <message>
        <source>Approved. The case is closed.</source>
        <translation>Genehmigt. Der Fall ist geschlossen.</translation>
    </message>
    <message>
        <source>Rejected. The case is closed.</source>
        <translation>Abgelehnt. Der Fall ist geschlossen.</translation>
    </message>
    <message>
        <source>Escalated. The case stays open for somebody else.</source>
        <translation>Weitergegeben. Der Fall bleibt für eine andere Person offen.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>Der Fall ist geschlossen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>New check in this case</source>
        <translation>Weitere Prüfung</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>This case could not be read again. It may be old.</source>
        <translation>Der Fall konnte nicht neu gelesen werden. Er ist möglicherweise veraltet.</translation>
    </message>
    <message>
        <source>The values are covered, because they were shown for some time.</source>
        <translation>Die Werte sind verdeckt, weil sie eine Weile zu sehen waren.</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>Werte zeigen</translation>
    </message>
    <message>
        <source>The case cannot be read</source>
        <translation>Der Fall lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>No check was started in this case.</source>
        <translation>In diesem Fall wurde keine Prüfung gestartet.</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>Erase the case</source>
        <translation>Fall löschen</translation>
    </message>
    <message>
        <source>New finding since the decision (%1, %2 by %3): the verdict is &quot;%4&quot; now, and the case is open again.</source>
        <comment>a decision, a time, a person, a verdict</comment>
        <translation>Neuer Befund seit der Entscheidung (%1, %2 von %3): Das Urteil ist jetzt „%4“, und der Fall ist wieder offen.</translation>
    </message>
    <message>
        <source>This case was erased (%1 by %2): %3</source>
        <comment>a time, a person, the reason</comment>
        <translation>Dieser Fall wurde gelöscht (%1 von %2): %3</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::CheckForm</name>
    <message>
        <source>Customer reference</source>
        <translation>Kundenreferenz</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Customer&apos;s language</source>
        <translation>Sprache des Kunden</translation>
    </message>
    <message>
        <source>Choose a purpose</source>
        <translation>Anlass wählen</translation>
    </message>
    <message>
        <source>Read to the customer, who agrees: “%1”</source>
        <comment>the institution&apos;s text in the customer&apos;s language</comment>
        <translation>Dem Kunden vorgelesen, der zustimmt: „%1“</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s reference first.</source>
        <translation>Geben Sie zuerst die Kundenreferenz ein.</translation>
    </message>
    <message>
        <source>The reference is not right yet.</source>
        <translation>Die Referenz stimmt noch nicht.</translation>
    </message>
    <message>
        <source>Choose a purpose first.</source>
        <translation>Wählen Sie zuerst einen Anlass.</translation>
    </message>
    <message>
        <source>Read the text to the customer first.</source>
        <translation>Lesen Sie dem Kunden zuerst den Text vor.</translation>
    </message>
    <message>
        <source>Confirm who is in front of you first.</source>
        <translation>Bestätigen Sie zuerst, wer vor Ihnen steht.</translation>
    </message>
    <message>
        <source>Choose a purpose.</source>
        <translation>Wählen Sie einen Anlass.</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s reference.</source>
        <translation>Geben Sie die Kundenreferenz ein.</translation>
    </message>
    <message>
        <source>This is not a reference of this bank.</source>
        <translation>Das ist keine Referenz dieser Bank.</translation>
    </message>
    <message>
        <source>A reference looks like this: %1</source>
        <translation>Eine Referenz sieht so aus: %1</translation>
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
    <name>verdesk::ui::ClaimSummaryPage</name>
    <message>
        <source>Proven</source>
        <comment>heading: everything asked for was proven</comment>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Needs a second look</source>
        <translation>Bitte nachprüfen</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Completed, without a verdict</source>
        <translation>Abgeschlossen, ohne Urteil</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <comment>time of day, duration</comment>
        <translation>%1, Dauer %2</translation>
    </message>
    <message>
        <source>Another check</source>
        <translation>Weitere Prüfung</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>The values are covered.</source>
        <translation>Die Werte sind verdeckt.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Why a person has to look</source>
        <translation>Warum jemand nachsehen muss</translation>
    </message>
    <message>
        <source>The case stays open for a compliance officer.</source>
        <translation>Der Fall bleibt für Compliance offen.</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Nächster Kunde</translation>
    </message>
    <message>
        <source>The provider gave no verdict that counts as a pass.</source>
        <translation>Das Ergebnis des Anbieters reicht nicht aus, um zu bestehen.</translation>
    </message>
    <message>
        <source>Why it is not proven</source>
        <translation>Warum es nicht nachgewiesen ist</translation>
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
    <name>verdesk::ui::CredentialsForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Die Feststelltaste scheint eingeschaltet zu sein.</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Geben Sie Ihren Namen ein.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again in %1 s.</source>
        <translation>Zu viele Versuche. In %1 s können Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::DecisionPanel</name>
    <message>
        <source>Approve this case</source>
        <translation>Diesen Fall genehmigen</translation>
    </message>
    <message>
        <source>The customer is accepted for this purpose. The case is closed.</source>
        <translation>Der Kunde wird für diesen Anlass angenommen. Der Fall wird geschlossen.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject this case</source>
        <translation>Diesen Fall ablehnen</translation>
    </message>
    <message>
        <source>The customer is not accepted for this purpose. The case is closed.</source>
        <translation>Der Kunde wird für diesen Anlass nicht angenommen. Der Fall wird geschlossen.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Escalate this case</source>
        <translation>Diesen Fall weitergeben</translation>
    </message>
    <message>
        <source>Somebody else has to decide. The case stays open.</source>
        <translation>Eine andere Person muss entscheiden. Der Fall bleibt offen.</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Close this case</source>
        <translation>Diesen Fall schließen</translation>
    </message>
    <message>
        <source>The visit is over. Nothing is decided; no further check can be made in this case.</source>
        <translation>Der Besuch ist beendet. Es wird nichts entschieden; weitere Prüfungen sind in diesem Fall nicht möglich.</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Required. It is kept with the case. Ctrl+Enter goes on.</source>
        <translation>Erforderlich. Sie wird mit dem Fall aufbewahrt. Weiter mit Strg+Eingabe.</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>Schreiben Sie auf, warum.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::DeskApplication</name>
    <message>
        <source>Counter 1</source>
        <translation>Schalter 1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::Diagnostics</name>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>a check; a time follows</comment>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Sent along as our reference</source>
        <translation>Als unsere Referenz mitgeschickt</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::DocumentChecks</name>
    <message>
        <source>Valid until %1</source>
        <comment>document; date</comment>
        <translation>Gültig bis %1</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <comment>document; date</comment>
        <translation>Abgelaufen am %1</translation>
    </message>
    <message>
        <source>Issued by %1, which is not accepted here</source>
        <translation>Von %1 ausgestellt, hier nicht anerkannt</translation>
    </message>
    <message>
        <source>Issued by %1, which is accepted here</source>
        <translation>Von %1 ausgestellt, hier anerkannt</translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <comment>country</comment>
        <translation>Von %1 ausgestellt</translation>
    </message>
    <message>
        <source>%1 old: too young</source>
        <comment>age</comment>
        <translation>%1 alt: zu jung</translation>
    </message>
    <message>
        <source>%1 old: old enough</source>
        <comment>age</comment>
        <translation>%1 alt: alt genug</translation>
    </message>
    <message>
        <source>%1 old</source>
        <comment>age</comment>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>Document check</source>
        <translation>Prüfung des Ausweises</translation>
    </message>
    <message>
        <source>In order</source>
        <comment>document check</comment>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not in order</source>
        <comment>document check</comment>
        <translation>Mangel</translation>
    </message>
    <message>
        <source>Stated</source>
        <comment>document check: nothing was demanded</comment>
        <translation>Angegeben</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::DocumentTile</name>
    <message>
        <source>Cannot be shown</source>
        <translation>Lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Noch nicht geholt</translation>
    </message>
    <message>
        <source>PDF, kept as evidence</source>
        <translation>PDF, als Beleg aufbewahrt</translation>
    </message>
    <message>
        <source>Film, kept as evidence</source>
        <translation>Film, als Beleg aufbewahrt</translation>
    </message>
    <message>
        <source>File, kept as evidence</source>
        <translation>Datei, als Beleg aufbewahrt</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>%1, open</source>
        <comment>document</comment>
        <translation>%1, öffnen</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::DocumentViewer</name>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>the enlarged view</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Document, enlarged</source>
        <translation>Dokument, vergrößert</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::DocumentsCard</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>The provider gave out none of them. If it is so with every customer, the account may lack the permission to hand documents out: tell your administrator.</source>
        <translation>Der Anbieter hat keines davon herausgegeben. Ist es bei allen Kunden so, fehlt dem Konto vielleicht die Berechtigung, Dokumente abzurufen: Sagen Sie es Ihrer Administration.</translation>
    </message>
    <message>
        <source>Films and files are kept with the case. The desk opens pictures alone.</source>
        <translation>Filme und Dateien werden mit dem Fall aufbewahrt. Geöffnet werden hier nur Bilder.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::ErasePanel</name>
    <message>
        <source>Lost</source>
        <comment>what is erased</comment>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Stays</source>
        <comment>what is not erased</comment>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Erforderlich.</translation>
    </message>
    <message>
        <source>I know what is lost. The case is to be erased for good.</source>
        <translation>Ich weiß, was verloren geht. Der Fall soll endgültig gelöscht werden.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Keep the case</source>
        <translation>Fall behalten</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Erase case %1 for good</source>
        <comment>number</comment>
        <translation>Fall %1 endgültig löschen</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>Schreiben Sie auf, warum.</translation>
    </message>
    <message>
        <source>Confirm first that you know what is lost.</source>
        <translation>Bestätigen Sie zuerst, dass Sie wissen, was verloren geht.</translation>
    </message>
    <message>
        <source>What was proven, all documents, and the customer&apos;s reference. Providers that can delete are told to; at the others, what they hold remains. Nobody can bring it back.</source>
        <translation>Was nachgewiesen wurde, alle Dokumente und die Kundenreferenz. Anbieter, die löschen können, werden dazu angewiesen; bei den anderen bleibt, was sie haben. Niemand kann es zurückholen.</translation>
    </message>
    <message>
        <source>The case&apos;s number, its times and how it ended, and that you erased it and why.</source>
        <translation>Die Nummer des Falls, seine Zeiten und sein Ausgang, und dass Sie ihn gelöscht haben und warum.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::FactsCard</name>
    <message>
        <source>Case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a time, a person</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>%1, read in %2</source>
        <comment>a time, a language</comment>
        <translation>%1, vorgelesen auf %2</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Blocked before</source>
        <translation>Früher gesperrt</translation>
    </message>
    <message>
        <source>Earlier cases of this reference ended with a sanctions match.</source>
        <translation>Frühere Fälle zu dieser Referenz endeten mit einem Sanktionstreffer.</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>Der Besuch</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::FlowCard</name>
    <message>
        <source>For a customer whose camera does not work: they read a token out.</source>
        <translation>Wenn die Kamera des Kunden nicht funktioniert: Er liest ein Token vor.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::FlowWords</name>
    <message>
        <source>%1 by QR code</source>
        <comment>name of a check: PASSID by QR code</comment>
        <translation>%1 per QR-Code</translation>
    </message>
    <message>
        <source>%1 by token</source>
        <comment>name of a check: PASSID by token</comment>
        <translation>%1 per Token</translation>
    </message>
    <message>
        <source>Under 1 min</source>
        <translation>Unter 1 Min.</translation>
    </message>
    <message>
        <source>About %1 min</source>
        <translation>Etwa %1 Min.</translation>
    </message>
    <message>
        <source>Score and tier</source>
        <translation>Score und Stufe</translation>
    </message>
    <message>
        <source>verified, and the band</source>
        <comment>what a claim will say</comment>
        <translation>bestätigt, mit Spanne</translation>
    </message>
    <message>
        <source>%1 by login</source>
        <comment>name of a check: the customer logs in to their account</comment>
        <translation>%1 per Anmeldung</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::FormPage</name>
    <message>
        <source>For the customer</source>
        <translation>Für den Kunden</translation>
    </message>
    <message>
        <source>What you fill in here, the customer finds filled in, and can change where nothing else is said. What you leave open, they answer themselves.</source>
        <translation>Was Sie hier ausfüllen, findet der Kunde ausgefüllt vor und kann es ändern, wo nichts anderes steht. Was Sie offen lassen, beantwortet er selbst.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Start the check</source>
        <translation>Prüfung starten</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Everything can be done from the keyboard. Tab goes from control to control.</source>
        <translation>Alles geht mit der Tastatur. Die Tabulatortaste führt von Feld zu Feld.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>New check</source>
        <translation>Neue Prüfung</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Today&apos;s cases</source>
        <translation>Fälle von heute</translation>
    </message>
    <message>
        <source>Lock this desk</source>
        <translation>Diesen Platz sperren</translation>
    </message>
    <message>
        <source>Your menu</source>
        <translation>Ihr Menü</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>During a check</source>
        <translation>Während einer Prüfung</translation>
    </message>
    <message>
        <source>Start the first check; Alt+2 the second, and so on</source>
        <translation>Die erste Prüfung starten; Alt+2 die zweite und so weiter</translation>
    </message>
    <message>
        <source>The main button of the page</source>
        <translation>Die wichtigste Schaltfläche der Seite</translation>
    </message>
    <message>
        <source>Cancel the check, after a question</source>
        <translation>Die Prüfung abbrechen, nach Rückfrage</translation>
    </message>
    <message>
        <source>In the cases</source>
        <translation>In den Fällen</translation>
    </message>
    <message>
        <source>Look for a reference</source>
        <translation>Nach einer Referenz suchen</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Den Fall öffnen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>What to do when</source>
        <translation>Was tun, wenn …</translation>
    </message>
    <message>
        <source>The customer&apos;s camera does not work</source>
        <translation>Die Kamera des Kunden funktioniert nicht</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>Der Code ist abgelaufen</translation>
    </message>
    <message>
        <source>The page is red</source>
        <translation>Die Seite ist rot</translation>
    </message>
    <message>
        <source>A sanctions match. Stop the business, do not say why, and let compliance take over. Nobody can approve this case.</source>
        <translation>Ein Sanktionstreffer. Brechen Sie das Geschäft ab, nennen Sie keinen Grund und überlassen Sie alles Weitere Compliance. Niemand kann diesen Fall genehmigen.</translation>
    </message>
    <message>
        <source>Keep working: what you typed is kept, running checks go on, and Verdesk goes on by itself when the backend answers. If it takes long, call support.</source>
        <translation>Arbeiten Sie weiter: Ihre Eingaben bleiben erhalten, laufende Prüfungen gehen weiter, und Verdesk setzt von selbst fort, sobald das Backend antwortet. Dauert es lange, rufen Sie den Support an.</translation>
    </message>
    <message>
        <source>They type the code below the QR picture into their wallet, or make a token there and read it out: choose “Enter a token instead”.</source>
        <translation>Der Kunde gibt den Code unter dem QR-Bild in seiner Wallet-App ein, oder er erzeugt dort ein Token und liest es vor: Wählen Sie „Stattdessen Token eingeben“.</translation>
    </message>
    <message>
        <source>Choose “New code”. It is a new check in the same case; nothing has to be typed again.</source>
        <translation>Wählen Sie „Neuer Code“. Das ist eine neue Prüfung im selben Fall; nichts muss erneut eingegeben werden.</translation>
    </message>
    <message>
        <source>“Not connected”</source>
        <translation>„Nicht verbunden“</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Als andere Person anmelden</translation>
    </message>
    <message>
        <source>Locked, because nobody was at this desk for a while.</source>
        <translation>Gesperrt, weil eine Weile niemand an diesem Platz war.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on where you were.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich wieder an, um dort fortzufahren, wo Sie waren.</translation>
    </message>
    <message>
        <source>This desk is locked.</source>
        <translation>Dieser Platz ist gesperrt.</translation>
    </message>
    <message>
        <source>Running checks go on: %1</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Laufende Prüfungen gehen weiter: %1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::Missing</name>
    <message>
        <source>Why, this version of Verdesk does not know.</source>
        <comment>a document is not there</comment>
        <translation>Den Grund kennt diese Version von Verdesk nicht.</translation>
    </message>
    <message>
        <source>The provider did not say where it can be fetched.</source>
        <translation>Der Anbieter hat nicht gesagt, wo es abzuholen ist.</translation>
    </message>
    <message>
        <source>It is at an address without protection (http), which your institution does not allow.</source>
        <translation>Es liegt an einer Adresse ohne Schutz (http), was Ihr Institut nicht erlaubt.</translation>
    </message>
    <message>
        <source>It is at an address that your institution does not allow for this provider.</source>
        <translation>Es liegt an einer Adresse, die Ihr Institut bei diesem Anbieter nicht erlaubt.</translation>
    </message>
    <message>
        <source>It is at an address that Verdesk never calls, or that your institution does not allow.</source>
        <translation>Es liegt an einer Adresse, die Verdesk nie aufruft oder die Ihr Institut nicht erlaubt.</translation>
    </message>
    <message>
        <source>What came is no picture, PDF or film.</source>
        <translation>Was kam, ist weder Bild noch PDF noch Film.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Es ist zu groß.</translation>
    </message>
    <message>
        <source>The provider sent more documents than are kept of one check.</source>
        <translation>Der Anbieter hat mehr Dokumente geschickt, als von einer Prüfung behalten werden.</translation>
    </message>
    <message>
        <source>The place where it is did not answer for a whole day.</source>
        <translation>Die Stelle, an der es liegt, hat einen ganzen Tag lang nicht geantwortet.</translation>
    </message>
    <message>
        <source>The check was taken out of the settings before it was fetched.</source>
        <translation>Die Prüfung wurde aus den Einstellungen genommen, bevor es geholt war.</translation>
    </message>
    <message>
        <source>Not there</source>
        <comment>a document</comment>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>The provider has withdrawn it</source>
        <translation>Vom Anbieter zurückgezogen</translation>
    </message>
    <message>
        <source>Not kept</source>
        <comment>a document</comment>
        <translation>Nicht behalten</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <comment>a document</comment>
        <translation>Nicht geholt</translation>
    </message>
    <message>
        <source>If it is needed, ask the customer for the document itself.</source>
        <translation>Wird es gebraucht, lassen Sie sich vom Kunden das Dokument selbst zeigen.</translation>
    </message>
    <message>
        <source>Tell your administrator: %1</source>
        <comment>a short word for the reason</comment>
        <translation>Sagen Sie Ihrer Administration: %1</translation>
    </message>
    <message>
        <source>It does not give it out any more.</source>
        <comment>the provider, a document</comment>
        <translation>Er gibt es nicht mehr heraus.</translation>
    </message>
    <message>
        <source>Where it is, it is not given to us: its address has expired or asks for a password, or the provider has not permitted your institution to download documents.</source>
        <translation>Wo es liegt, wird es uns nicht gegeben: Die Adresse ist abgelaufen oder verlangt ein Passwort, oder der Anbieter hat Ihrem Institut nicht erlaubt, Dokumente herunterzuladen.</translation>
    </message>
    <message>
        <source>The provider has it, and your institution does not keep it with this check.</source>
        <translation>Der Anbieter hat es, und Ihr Institut bewahrt es bei dieser Prüfung nicht auf.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>running checks: %1</source>
        <translation>laufende Prüfungen: %1</translation>
    </message>
    <message>
        <source>Unmatched</source>
        <comment>results that belong to no check yet</comment>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>unmatched results: %1</source>
        <translation>nicht zugeordnete Ergebnisse: %1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::NewCheckPage</name>
    <message>
        <source>New check</source>
        <translation>Neue Prüfung</translation>
    </message>
    <message>
        <source>Who is at the counter, and what for?</source>
        <translation>Wer steht am Schalter, und aus welchem Anlass?</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>Anderer Kunde</translation>
    </message>
    <message>
        <source>Choose a check</source>
        <translation>Prüfung wählen</translation>
    </message>
    <message>
        <source>No check is set up for this branch</source>
        <translation>Für diese Filiale ist keine Prüfung eingerichtet</translation>
    </message>
    <message>
        <source>Your administrator decides which checks are offered.</source>
        <translation>Welche Prüfungen angeboten werden, legt Ihre Administration fest.</translation>
    </message>
    <message>
        <source>One more check</source>
        <translation>Weitere Prüfung</translation>
    </message>
    <message>
        <source>In the case that is open. Nothing has to be entered again.</source>
        <translation>Im offenen Fall. Nichts muss erneut eingegeben werden.</translation>
    </message>
    <message>
        <source>%1 · %2 · case %3, open since %4</source>
        <comment>reference, purpose, number, time</comment>
        <translation>%1 · %2 · Fall %3, offen seit %4</translation>
    </message>
    <message>
        <source>One moment: the check is being started.</source>
        <translation>Einen Moment: Die Prüfung wird gestartet.</translation>
    </message>
    <message>
        <source>Continue the open case: there is no second one beside it.</source>
        <translation>Setzen Sie den offenen Fall fort: Einen zweiten daneben gibt es nicht.</translation>
    </message>
    <message>
        <source>This customer has an open case: %1, from %2.</source>
        <comment>number, time</comment>
        <translation>Dieser Kunde hat einen offenen Fall: %1, von %2.</translation>
    </message>
    <message>
        <source>An earlier case of this customer was blocked: %1, from %2.</source>
        <comment>number, time</comment>
        <translation>Ein früherer Fall dieses Kunden wurde gesperrt: %1, von %2.</translation>
    </message>
    <message>
        <source>Use %1 instead</source>
        <comment>name of another check</comment>
        <translation>Stattdessen %1</translation>
    </message>
    <message>
        <source>Not at this counter: on the customer&apos;s phone at best.</source>
        <translation>Nicht an diesem Schalter, höchstens auf dem Telefon des Kunden.</translation>
    </message>
    <message>
        <source>It has not been found out yet whether %1 knows this customer.</source>
        <comment>provider</comment>
        <translation>Ob %1 diesen Kunden kennt, steht noch nicht fest.</translation>
    </message>
    <message>
        <source>Not for this customer: %1 does not know them from an earlier check.</source>
        <comment>provider</comment>
        <translation>Nicht für diesen Kunden: %1 kennt ihn nicht von einer früheren Prüfung.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::OutcomePage</name>
    <message>
        <source>Check cancelled</source>
        <translation>Prüfung abgebrochen</translation>
    </message>
    <message>
        <source>The check was cancelled. Nothing was shared.</source>
        <translation>Die Prüfung wurde abgebrochen. Es wurde nichts freigegeben.</translation>
    </message>
    <message>
        <source>Start it again, or use another check.</source>
        <translation>Starten Sie sie neu oder nutzen Sie eine andere Prüfung.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Use another check</source>
        <translation>Andere Prüfung</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Use %1 instead</source>
        <comment>name of another check</comment>
        <translation>Stattdessen %1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::PageWait</name>
    <message>
        <source>%1 is asked for a fresh page…</source>
        <comment>provider</comment>
        <translation>%1 wird um eine neue Seite gebeten …</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::PersonButton</name>
    <message>
        <source>%1, %2: open the menu</source>
        <translation>%1, %2: Menü öffnen</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::PersonMenu</name>
    <message>
        <source>Theme</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number: the size of the text in per cent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>About Verdesk</source>
        <translation>Über Verdesk</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::PhonePanel</name>
    <message>
        <source>On the customer&apos;s phone</source>
        <translation>Auf dem Telefon des Kunden</translation>
    </message>
    <message>
        <source>Back to the page at this counter</source>
        <translation>Zurück zur Seite an diesem Schalter</translation>
    </message>
    <message>
        <source>QR code that opens the check on the customer&apos;s phone</source>
        <translation>QR-Code, der die Prüfung auf dem Telefon des Kunden öffnet</translation>
    </message>
    <message>
        <source>The customer scans this code with the camera of their phone and goes on at %1. The page at this counter is closed meanwhile. The result appears here by itself.</source>
        <comment>provider</comment>
        <translation>Der Kunde scannt diesen Code mit der Kamera seines Telefons und macht bei %1 weiter. Die Seite an diesem Schalter ist solange geschlossen. Das Ergebnis erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>The link is too long for a QR code.</source>
        <translation>Der Link ist zu lang für einen QR-Code.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::ProofCard</name>
    <message>
        <source>Signature checked</source>
        <translation>Signatur geprüft</translation>
    </message>
    <message>
        <source>Webhook signed by %1, received %2.</source>
        <comment>provider, time</comment>
        <translation>Webhook, signiert von %1, empfangen %2.</translation>
    </message>
    <message>
        <source>Webhook signed by %1, received %2, and confirmed by a call at %3.</source>
        <comment>provider, time, time</comment>
        <translation>Webhook, signiert von %1, empfangen %2 und durch eine Abfrage um %3 bestätigt.</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Confirmed by a call</source>
        <translation>Durch eine Abfrage bestätigt</translation>
    </message>
    <message>
        <source>The webhook of %1 came without a signature at %2, and nothing has confirmed it.</source>
        <translation>Der Webhook von %1 kam um %2 ohne Signatur, und nichts hat ihn bestätigt.</translation>
    </message>
    <message>
        <source>The webhook of %1 came without a signature; a call of ours at %2 said the same.</source>
        <translation>Der Webhook von %1 kam ohne Signatur; unsere Abfrage um %2 ergab dasselbe.</translation>
    </message>
    <message>
        <source>Asked directly</source>
        <translation>Direkt abgefragt</translation>
    </message>
    <message>
        <source>%1 gave this answer to a call of ours.</source>
        <comment>provider</comment>
        <translation>%1 hat auf unsere Abfrage so geantwortet.</translation>
    </message>
    <message>
        <source>%1 gave this answer to a call of ours at %2.</source>
        <comment>provider, time</comment>
        <translation>%1 hat auf unsere Abfrage um %2 so geantwortet.</translation>
    </message>
    <message>
        <source>Verified by %1 at %2.</source>
        <comment>provider, time</comment>
        <translation>Von %1 um %2 bestätigt.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::ProviderStart</name>
    <message>
        <source>Over to the customer</source>
        <translation>Jetzt ist der Kunde dran</translation>
    </message>
    <message>
        <source>The next page is one of %1, an external service that checks who the customer is.</source>
        <comment>provider</comment>
        <translation>Die nächste Seite ist von %1, einem externen Dienst, der prüft, wer der Kunde ist.</translation>
    </message>
    <message>
        <source>Verify with %1</source>
        <comment>provider</comment>
        <translation>Mit %1 ausweisen</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::QrSessionPage</name>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Play the customer</source>
        <comment>practice: opens the customer&apos;s phone</comment>
        <translation>Kunde spielen</translation>
    </message>
    <message>
        <source>Enter a token instead</source>
        <translation>Stattdessen Token eingeben</translation>
    </message>
    <message>
        <source>QR code for the customer&apos;s phone</source>
        <translation>QR-Code für das Telefon des Kunden</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>or type this code in the app</source>
        <translation>oder diesen Code in der App eingeben</translation>
    </message>
    <message>
        <source>or type this code in the %1 app</source>
        <comment>provider</comment>
        <translation>oder diesen Code in der %1-App eingeben</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Warten auf den Kunden</translation>
    </message>
    <message>
        <source>They scan the code and agree to share. Nothing to do here: the result appears by itself.</source>
        <translation>Der Kunde scannt den Code und gibt frei. Hier ist nichts zu tun: Das Ergebnis erscheint von selbst.</translation>
    </message>
    <message>
        <source>This version cannot show what goes on</source>
        <translation>Diese Version kann den Stand nicht zeigen</translation>
    </message>
    <message>
        <source>The check goes on. Ask your administrator for a newer version of Verdesk.</source>
        <translation>Die Prüfung läuft weiter. Bitten Sie Ihre Administration um eine neuere Version von Verdesk.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>The session goes on at the provider: the customer can answer. The result appears as soon as the connection is back.</source>
        <translation>Die Sitzung läuft beim Anbieter weiter: Der Kunde kann antworten. Das Ergebnis erscheint, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The time is up</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>Asking the provider one last time…</source>
        <translation>Der Anbieter wird ein letztes Mal gefragt …</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation>Der Link wurde kopiert.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::QuestionField</name>
    <message>
        <source>This version of Verdesk cannot show this question. It is left to the customer.</source>
        <translation>Diese Version von Verdesk kann diese Frage nicht zeigen. Sie bleibt dem Kunden überlassen.</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <comment>title of a question</comment>
        <translation>%1 (erforderlich)</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Left to the customer</source>
        <comment>a question, not answered by staff</comment>
        <translation>Dem Kunden überlassen</translation>
    </message>
    <message>
        <source>If you leave it open, the customer has to answer it.</source>
        <translation>Lassen Sie sie offen, muss der Kunde sie beantworten.</translation>
    </message>
    <message>
        <source>Only you can answer this: the customer sees it and cannot change it.</source>
        <translation>Das können nur Sie beantworten: Der Kunde sieht die Antwort und kann sie nicht ändern.</translation>
    </message>
    <message>
        <source>Fixed by your institution. The customer sees it and cannot change it.</source>
        <translation>Von Ihrem Institut festgelegt. Der Kunde sieht die Antwort und kann sie nicht ändern.</translation>
    </message>
    <message>
        <source>If nothing is ticked, this stands: %1.</source>
        <comment>answers</comment>
        <translation>Ist nichts angekreuzt, gilt: %1.</translation>
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
    <name>verdesk::ui::RoleCard</name>
    <message>
        <source>Checks customers at the counter and closes cases.</source>
        <translation>Prüft Kunden am Schalter und schließt Fälle.</translation>
    </message>
    <message>
        <source>Also approves, rejects or escalates cases.</source>
        <translation>Genehmigt, lehnt ab oder gibt Fälle weiter.</translation>
    </message>
    <message>
        <source>Sign in as %1</source>
        <translation>Anmelden als: %1</translation>
    </message>
    <message>
        <source>May do everything that an officer may.</source>
        <translation>Darf alles, was Compliance darf.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::RunningCheck</name>
    <message>
        <source>Stopped</source>
        <comment>the provider&apos;s page cannot go on</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Form</source>
        <comment>a check whose form is being filled in</comment>
        <translation>Formular</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::RunningStrip</name>
    <message>
        <source>Running checks</source>
        <translation>Laufende Prüfungen</translation>
    </message>
    <message>
        <source>New check</source>
        <translation>Neue Prüfung</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Teilnehmer hinzufügen</translation>
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
    <name>verdesk::ui::SignInPage</name>
    <message>
        <source>Practice cannot start</source>
        <translation>Die Übung kann nicht starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Starting practice…</source>
        <translation>Die Übung wird gestartet …</translation>
    </message>
    <message>
        <source>Verdesk starts a backend of its own, with invented customers.</source>
        <translation>Verdesk startet ein eigenes Backend mit erfundenen Kunden.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Who do you want to be?</source>
        <translation>Wer möchten Sie sein?</translation>
    </message>
    <message>
        <source>This is practice: customers, checks and results are invented. Choose a role to sign in.</source>
        <translation>Dies ist eine Übung: Kunden, Prüfungen und Ergebnisse sind erfunden. Wählen Sie eine Rolle, um sich anzumelden.</translation>
    </message>
    <message>
        <source>With the name and the password of your bank&apos;s verification desk.</source>
        <translation>Mit Name und Passwort für den Prüfplatz Ihrer Bank.</translation>
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
    <name>verdesk::ui::TokenPage</name>
    <message>
        <source>Token from the customer&apos;s app</source>
        <translation>Token aus der App des Kunden</translation>
    </message>
    <message>
        <source>Play the customer</source>
        <comment>practice: opens the customer&apos;s phone</comment>
        <translation>Kunde spielen</translation>
    </message>
    <message>
        <source>Check the token</source>
        <translation>Token prüfen</translation>
    </message>
    <message>
        <source>Back to the QR code</source>
        <translation>Zurück zum QR-Code</translation>
    </message>
    <message>
        <source>The customer opens the %1 app, makes a share and reads the token out. Type, paste or scan it.</source>
        <comment>provider</comment>
        <translation>Der Kunde öffnet die %1-App, erzeugt eine Freigabe und liest das Token vor. Tippen Sie es ein, fügen Sie es ein oder scannen Sie es.</translation>
    </message>
    <message>
        <source>Connection lost. Enter the token when the connection is back.</source>
        <translation>Verbindung unterbrochen. Geben Sie das Token ein, sobald die Verbindung wieder steht.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::TopBar</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::UnmatchedPage</name>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Unmatched results</source>
        <translation>Nicht zugeordnete Ergebnisse</translation>
    </message>
    <message>
        <source>A provider sent them without saying which check they belong to.</source>
        <translation>Ein Anbieter hat sie geschickt und nicht gesagt, zu welcher Prüfung sie gehören.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Nothing to assign</source>
        <translation>Nichts zuzuordnen</translation>
    </message>
    <message>
        <source>Every result that came in belongs to a check.</source>
        <translation>Jedes Ergebnis, das kam, gehört zu einer Prüfung.</translation>
    </message>
    <message>
        <source>The list cannot be read</source>
        <translation>Die Liste lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Assigned. The check now waits for a second look.</source>
        <translation>Zugeordnet. Die Prüfung wartet nun auf einen zweiten Blick.</translation>
    </message>
    <message>
        <source>This list could not be read again. It may be old.</source>
        <translation>Die Liste konnte nicht neu gelesen werden. Sie ist möglicherweise veraltet.</translation>
    </message>
    <message>
        <source>Dismissed. The reason is kept, and nothing else.</source>
        <translation>Verworfen. Der Grund ist festgehalten, und sonst nichts.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::UnmatchedPanel</name>
    <message>
        <source>Case number or reference</source>
        <translation>Fallnummer oder Referenz</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Checks that it may belong to</source>
        <translation>Prüfungen, zu denen es gehören kann</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <comment>a result that belongs to no check</comment>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Assign to this check</source>
        <translation>Dieser Prüfung zuordnen</translation>
    </message>
    <message>
        <source>Why it belongs to no check</source>
        <translation>Warum es zu keiner Prüfung gehört</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Dismiss it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>A result without a name</source>
        <translation>Ein Ergebnis ohne Namen</translation>
    </message>
    <message>
        <source>Sent by %1 at %2, with documents: %3. It becomes part of the check that you assign it to, and needs a second look there.</source>
        <comment>provider, time, number</comment>
        <translation>Von %1 geschickt, %2, Dokumente: %3. Es wird Teil der Prüfung, der Sie es zuordnen, und braucht dort einen zweiten Blick.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Write down why.</source>
        <translation>Schreiben Sie auf, warum.</translation>
    </message>
    <message>
        <source>No case of this branch has this number or reference and a check of this provider that still waits.</source>
        <translation>Kein Fall dieser Filiale hat diese Nummer oder Referenz und eine Prüfung dieses Anbieters, die noch wartet.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::VerificationCard</name>
    <message>
        <source>Started %1 by %2</source>
        <translation>Gestartet %1 von %2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>Signed message received %1</source>
        <translation>Signierte Nachricht empfangen %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Empfangen %1</translation>
    </message>
    <message>
        <source>confirmed by a call %1</source>
        <translation>durch eine Abfrage bestätigt %1</translation>
    </message>
    <message>
        <source>Show claims</source>
        <translation>Angaben zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Hide claims</source>
        <translation>Angaben verbergen</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WaitingPage</name>
    <message>
        <source>Starting the check…</source>
        <translation>Die Prüfung wird gestartet …</translation>
    </message>
    <message>
        <source>Checking the answer…</source>
        <translation>Die Antwort wird geprüft …</translation>
    </message>
    <message>
        <source>The provider opens a session. This takes a moment.</source>
        <translation>Der Anbieter eröffnet eine Sitzung. Das dauert einen Moment.</translation>
    </message>
    <message>
        <source>The provider is asked whether it holds. This takes a moment.</source>
        <translation>Der Anbieter wird gefragt, ob das Token gilt. Das dauert einen Moment.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>What was asked for is not lost. The desk goes on as soon as the connection is back.</source>
        <translation>Ihre Eingabe ist nicht verloren. Es geht weiter, sobald die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>This version cannot show what goes on</source>
        <translation>Diese Version kann den Stand nicht zeigen</translation>
    </message>
    <message>
        <source>The check goes on. Ask your administrator for a newer version of Verdesk.</source>
        <translation>Die Prüfung läuft weiter. Bitten Sie Ihre Administration um eine neuere Version von Verdesk.</translation>
    </message>
    <message>
        <source>The customer&apos;s part is done</source>
        <translation>Der Kunde ist fertig</translation>
    </message>
    <message>
        <source>%1 checks what was handed in. Nothing to do here: the result appears by itself.</source>
        <comment>provider</comment>
        <translation>%1 prüft, was eingereicht wurde. Hier ist nichts zu tun: Das Ergebnis erscheint von selbst.</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <comment>duration</comment>
        <translation>Wartezeit %1</translation>
    </message>
    <message>
        <source>longer than usual (%1)</source>
        <comment>About 3 min</comment>
        <translation>länger als üblich (%1)</translation>
    </message>
    <message>
        <source>usual time: %1</source>
        <comment>About 3 min</comment>
        <translation>übliche Zeit: %1</translation>
    </message>
    <message>
        <source>asking the provider one last time</source>
        <translation>der Anbieter wird ein letztes Mal gefragt</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <comment>time left: 13:40</comment>
        <translation>endet in %1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WatchlistCard</name>
    <message>
        <source>Found on watch lists: %1</source>
        <comment>number of entries</comment>
        <translation>Auf Beobachtungslisten gefunden: %1</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <comment>number of entries</comment>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>A list that the provider does not name</source>
        <translation>Eine Liste, die der Anbieter nicht nennt</translation>
    </message>
    <message>
        <source>In the press</source>
        <translation>In der Presse</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WidgetBar</name>
    <message>
        <source>Reload</source>
        <comment>the provider&apos;s page</comment>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>No page is open</source>
        <translation>Keine Seite ist offen</translation>
    </message>
    <message>
        <source>The page is at %1</source>
        <comment>origin</comment>
        <translation>Die Seite ist bei %1</translation>
    </message>
    <message>
        <source>Secure</source>
        <comment>connection</comment>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Not secure</source>
        <comment>connection</comment>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Camera allowed</source>
        <translation>Kamera erlaubt</translation>
    </message>
    <message>
        <source>Camera refused</source>
        <translation>Kamera verweigert</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Keine Kamera</translation>
    </message>
    <message>
        <source>The time is up</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>Session ends in %1</source>
        <comment>time left: 13:40</comment>
        <translation>Sitzung endet in %1</translation>
    </message>
    <message>
        <source>Microphone allowed</source>
        <translation>Mikrofon erlaubt</translation>
    </message>
    <message>
        <source>Microphone refused</source>
        <translation>Mikrofon verweigert</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Kein Mikrofon</translation>
    </message>
    <message>
        <source>The page&apos;s time is up</source>
        <translation>Die Zeit der Seite ist um</translation>
    </message>
    <message>
        <source>Page valid for %1</source>
        <comment>time left: 13:40</comment>
        <translation>Seite gültig: %1</translation>
    </message>
    <message>
        <source>On this computer</source>
        <comment>connection</comment>
        <translation>Auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WidgetNotice</name>
    <message>
        <source>Reload the page</source>
        <translation>Seite neu laden</translation>
    </message>
    <message>
        <source>Continue on the customer&apos;s phone</source>
        <translation>Weiter auf dem Telefon des Kunden</translation>
    </message>
    <message>
        <source>Use another check</source>
        <translation>Andere Prüfung</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Use %1 instead</source>
        <comment>name of another check</comment>
        <translation>Stattdessen %1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WidgetPage</name>
    <message>
        <source>Continue on the customer&apos;s phone</source>
        <translation>Weiter auf dem Telefon des Kunden</translation>
    </message>
    <message>
        <source>Cancel check</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Cancel this check? What the customer has done on the provider&apos;s page is lost.</source>
        <translation>Prüfung abbrechen? Was der Kunde auf der Seite des Anbieters getan hat, geht verloren.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Connection lost. The provider&apos;s page goes on; the result appears when the connection is back.</source>
        <translation>Verbindung verloren. Die Seite des Anbieters läuft weiter; das Ergebnis erscheint, sobald die Verbindung zurück ist.</translation>
    </message>
    <message>
        <source>This version cannot show what goes on. The check goes on.</source>
        <translation>Diese Version kann nicht zeigen, was vorgeht. Die Prüfung läuft weiter.</translation>
    </message>
    <message>
        <source>Page of %1</source>
        <comment>provider</comment>
        <translation>Seite von %1</translation>
    </message>
    <message>
        <source>This counter has %1, and %2 is the least.</source>
        <comment>Chromium 102.0.5005.177; a version</comment>
        <translation>Dieser Schalter hat %1, und %2 ist das Mindeste.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WidgetPlugin</name>
    <message>
        <source>The embedded browser is not installed on this computer.</source>
        <translation>Der eingebettete Browser ist auf diesem Rechner nicht installiert.</translation>
    </message>
    <message>
        <source>The embedded browser on this computer belongs to another version of Verdesk.</source>
        <translation>Der eingebettete Browser auf diesem Rechner gehört zu einer anderen Version von Verdesk.</translation>
    </message>
    <message>
        <source>The embedded browser does not start on this computer.</source>
        <translation>Der eingebettete Browser startet auf diesem Rechner nicht.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WidgetWords</name>
    <message>
        <source>Reload the page, or continue on the customer&apos;s phone. The check is still open.</source>
        <translation>Laden Sie die Seite neu, oder machen Sie auf dem Telefon des Kunden weiter. Die Prüfung ist noch offen.</translation>
    </message>
    <message>
        <source>Nothing of this page was refused or ignored.</source>
        <translation>Von dieser Seite wurde nichts abgewiesen oder übergangen.</translation>
    </message>
    <message>
        <source>The provider&apos;s page cannot run at this counter</source>
        <translation>Die Seite des Anbieters läuft an diesem Schalter nicht</translation>
    </message>
    <message>
        <source>This installation has no part that can show it.</source>
        <translation>Dieser Installation fehlt der Teil, der sie zeigen kann.</translation>
    </message>
    <message>
        <source>Continue on the customer&apos;s phone, or use another check.</source>
        <translation>Weiter auf dem Telefon des Kunden, oder mit einer anderen Prüfung.</translation>
    </message>
    <message>
        <source>The provider&apos;s page cannot go on</source>
        <translation>Die Seite des Anbieters kann nicht weiter</translation>
    </message>
    <message>
        <source>It stopped for a reason that this version of Verdesk does not know.</source>
        <translation>Sie hielt aus einem Grund an, den diese Version von Verdesk nicht kennt.</translation>
    </message>
    <message>
        <source>The provider&apos;s page did not load</source>
        <translation>Die Seite des Anbieters wurde nicht geladen</translation>
    </message>
    <message>
        <source>There is no connection to %1, or its server does not answer.</source>
        <comment>provider</comment>
        <translation>Es gibt keine Verbindung zu %1, oder der Server dort antwortet nicht.</translation>
    </message>
    <message>
        <source>The provider&apos;s certificate is wrong</source>
        <translation>Das Zertifikat des Anbieters ist falsch</translation>
    </message>
    <message>
        <source>This computer cannot tell whether the page is really one of %1, so it was not opened.</source>
        <comment>provider</comment>
        <translation>Dieser Computer kann nicht erkennen, ob die Seite wirklich von %1 ist, und hat sie nicht geöffnet.</translation>
    </message>
    <message>
        <source>Do not go on at this counter. Use the customer&apos;s phone or another check, and tell support the code below.</source>
        <translation>An diesem Schalter nicht weitermachen. Nehmen Sie das Telefon des Kunden oder eine andere Prüfung, und nennen Sie dem Support den Code unten.</translation>
    </message>
    <message>
        <source>The provider&apos;s page stopped</source>
        <translation>Die Seite des Anbieters wurde beendet</translation>
    </message>
    <message>
        <source>Its process ended by itself. What the customer did on it may have to be done again.</source>
        <translation>Ihr Prozess endete von selbst. Was der Kunde dort getan hat, muss er vielleicht noch einmal tun.</translation>
    </message>
    <message>
        <source>The provider&apos;s page does not answer</source>
        <translation>Die Seite des Anbieters antwortet nicht</translation>
    </message>
    <message>
        <source>It was opened, and nothing was heard from it in time.</source>
        <translation>Sie wurde geöffnet, und es kam nicht rechtzeitig etwas von ihr.</translation>
    </message>
    <message>
        <source>Reload the page, look whether it works all the same, or continue on the customer&apos;s phone.</source>
        <translation>Laden Sie die Seite neu, sehen Sie nach, ob sie trotzdem geht, oder machen Sie auf dem Telefon des Kunden weiter.</translation>
    </message>
    <message>
        <source>The provider&apos;s page says that it failed</source>
        <translation>Die Seite des Anbieters meldet einen Fehler</translation>
    </message>
    <message>
        <source>%1 stopped the check on its own page.</source>
        <comment>provider</comment>
        <translation>%1 hat die Prüfung auf der eigenen Seite angehalten.</translation>
    </message>
    <message>
        <source>The built-in browser is too old</source>
        <translation>Der eingebaute Browser ist zu alt</translation>
    </message>
    <message>
        <source>It is older than your institution allows for providers&apos; pages.</source>
        <translation>Er ist älter, als Ihr Institut es für Seiten von Anbietern erlaubt.</translation>
    </message>
    <message>
        <source>This counter has no camera</source>
        <translation>Dieser Schalter hat keine Kamera</translation>
    </message>
    <message>
        <source>The page of %1 needs a camera, and none was found.</source>
        <comment>provider</comment>
        <translation>Die Seite von %1 braucht eine Kamera, und es wurde keine gefunden.</translation>
    </message>
    <message>
        <source>Connect a camera and reload, or continue on the customer&apos;s phone.</source>
        <translation>Schließen Sie eine Kamera an und laden Sie neu, oder machen Sie auf dem Telefon des Kunden weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) from elsewhere</source>
        <translation>
            <numerusform>%n Nachricht von anderswo</numerusform>
            <numerusform>%n Nachrichten von anderswo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable message(s)</source>
        <translation>
            <numerusform>%n unlesbare Nachricht</numerusform>
            <numerusform>%n unlesbare Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without meaning</source>
        <translation>
            <numerusform>%n Nachricht ohne Bedeutung</numerusform>
            <numerusform>%n Nachrichten ohne Bedeutung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) to another address</source>
        <translation>
            <numerusform>%n Weg zu einer anderen Adresse</numerusform>
            <numerusform>%n Wege zu anderen Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s)</source>
        <translation>
            <numerusform>%n Berechtigung</numerusform>
            <numerusform>%n Berechtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n Download</numerusform>
            <numerusform>%n Downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>For support, refused or ignored: %1</source>
        <comment>a list: 3 messages from elsewhere</comment>
        <translation>Für den Support, abgewiesen oder übergangen: %1</translation>
    </message>
    <message>
        <source>Reload the page, or use another check. This one is still open.</source>
        <translation>Laden Sie die Seite neu, oder nehmen Sie eine andere Prüfung. Diese ist noch offen.</translation>
    </message>
    <message>
        <source>Use another check.</source>
        <translation>Nehmen Sie eine andere Prüfung.</translation>
    </message>
    <message>
        <source>Do not go on at this counter. Use another check, and tell support the code below.</source>
        <translation>Machen Sie an diesem Schalter nicht weiter. Nehmen Sie eine andere Prüfung, und nennen Sie dem Support den Code unten.</translation>
    </message>
    <message>
        <source>Reload the page, look whether it works all the same, or use another check.</source>
        <translation>Laden Sie die Seite neu, sehen Sie nach, ob sie trotzdem geht, oder nehmen Sie eine andere Prüfung.</translation>
    </message>
    <message>
        <source>Connect a camera and reload, or use another check.</source>
        <translation>Schließen Sie eine Kamera an und laden Sie neu, oder nehmen Sie eine andere Prüfung.</translation>
    </message>
    <message>
        <source>Ask your administrator for the current Verdesk.</source>
        <translation>Bitten Sie Ihre Administration um das aktuelle Verdesk.</translation>
    </message>
    <message>
        <source>Show the page as it is</source>
        <translation>Seite zeigen, wie sie ist</translation>
    </message>
    <message>
        <source>Where the page takes pictures that were made before, go on without one.</source>
        <translation>Nimmt die Seite auch fertige Bilder, geht es ohne Kamera weiter.</translation>
    </message>
    <message>
        <source>Go on without a camera</source>
        <translation>Ohne Kamera weiter</translation>
    </message>
    <message>
        <source>What came back is not of this check</source>
        <translation>Die Antwort gehört nicht zu dieser Prüfung</translation>
    </message>
    <message>
        <source>The page of %1 led back with an answer that belongs to another check, or to none. It was not taken, and this check still waits for the customer.</source>
        <comment>provider</comment>
        <translation>Die Seite von %1 führte mit einer Antwort zurück, die zu einer anderen Prüfung gehört oder zu keiner. Sie wurde nicht angenommen, und diese Prüfung wartet weiter auf den Kunden.</translation>
    </message>
    <message>
        <source>There is no fresh page just now</source>
        <translation>Es gibt gerade keine neue Seite</translation>
    </message>
    <message>
        <source>A page of %1 opens once, and another one could not be had.</source>
        <comment>provider</comment>
        <translation>Eine Seite von %1 lässt sich nur einmal öffnen, und eine weitere war nicht zu bekommen.</translation>
    </message>
    <message>
        <source>Try again in a moment, or continue on the customer&apos;s phone. The check is still open.</source>
        <translation>Versuchen Sie es gleich noch einmal, oder machen Sie auf dem Telefon des Kunden weiter. Die Prüfung ist noch offen.</translation>
    </message>
    <message>
        <source>The provider&apos;s page wanted to go elsewhere</source>
        <translation>Die Seite des Anbieters wollte woandershin</translation>
    </message>
    <message>
        <source>It asked for an address that is not one of %1 for this check, and was not let there.</source>
        <comment>provider</comment>
        <translation>Sie verlangte eine Adresse, die für diese Prüfung nicht zu %1 gehört, und wurde nicht dorthin gelassen.</translation>
    </message>
    <message>
        <source>Look whether the page works all the same, reload it, or continue on the customer&apos;s phone. If it happens again, tell support the code below.</source>
        <translation>Sehen Sie nach, ob die Seite trotzdem funktioniert, laden Sie sie neu, oder machen Sie auf dem Telefon des Kunden weiter. Geschieht es wieder, nennen Sie dem Support den Code unten.</translation>
    </message>
    <message>
        <source>Look whether the page works all the same, reload it, or use another check. If it happens again, tell support the code below.</source>
        <translation>Sehen Sie nach, ob die Seite trotzdem funktioniert, laden Sie sie neu, oder nehmen Sie eine andere Prüfung. Geschieht es wieder, nennen Sie dem Support den Code unten.</translation>
    </message>
    <message>
        <source>Try again in a moment, or use another check. This one is still open.</source>
        <translation>Versuchen Sie es gleich noch einmal, oder nehmen Sie eine andere Prüfung. Diese ist noch offen.</translation>
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
    <message>
        <source>a number</source>
        <comment>what a claim will say</comment>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <comment>less than a second</comment>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>Given names</source>
        <comment>claim</comment>
        <translation>Vornamen</translation>
    </message>
    <message>
        <source>as in the document</source>
        <comment>what a claim will say</comment>
        <translation>wie im Dokument</translation>
    </message>
    <message>
        <source>Surname</source>
        <comment>claim</comment>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>claim</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <comment>claim</comment>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Nationality</source>
        <comment>claim</comment>
        <translation>Staatsangehörigkeit</translation>
    </message>
    <message>
        <source>a country</source>
        <comment>what a claim will say</comment>
        <translation>ein Land</translation>
    </message>
    <message>
        <source>Sex</source>
        <comment>claim</comment>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>claim</comment>
        <translation>Alter</translation>
    </message>
    <message>
        <source>in years</source>
        <comment>what a claim will say</comment>
        <translation>in Jahren</translation>
    </message>
    <message>
        <source>Document number</source>
        <comment>claim</comment>
        <translation>Dokumentnummer</translation>
    </message>
    <message>
        <source>Document type</source>
        <comment>claim</comment>
        <translation>Art des Dokuments</translation>
    </message>
    <message>
        <source>passport, card or licence</source>
        <comment>what a claim will say</comment>
        <translation>Pass, Karte oder Führerschein</translation>
    </message>
    <message>
        <source>Issuing country</source>
        <comment>claim</comment>
        <translation>Ausstellendes Land</translation>
    </message>
    <message>
        <source>Document issued on</source>
        <comment>claim</comment>
        <translation>Ausgestellt am</translation>
    </message>
    <message>
        <source>Document, front</source>
        <comment>claim</comment>
        <translation>Vorderseite</translation>
    </message>
    <message>
        <source>a picture</source>
        <comment>what a claim will say</comment>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>Document, back</source>
        <comment>claim</comment>
        <translation>Rückseite</translation>
    </message>
    <message>
        <source>Further document</source>
        <comment>claim</comment>
        <translation>Weiteres Dokument</translation>
    </message>
    <message>
        <source>a picture or file</source>
        <comment>what a claim will say</comment>
        <translation>ein Bild oder eine Datei</translation>
    </message>
    <message>
        <source>Minimum age</source>
        <comment>claim</comment>
        <translation>Mindestalter</translation>
    </message>
    <message>
        <source>reached or not</source>
        <comment>what a claim will say</comment>
        <translation>erreicht oder nicht</translation>
    </message>
    <message>
        <source>Accepted issuer</source>
        <comment>claim</comment>
        <translation>Angenommenes Land</translation>
    </message>
    <message>
        <source>Login at the provider</source>
        <comment>claim</comment>
        <translation>Anmeldung beim Anbieter</translation>
    </message>
    <message>
        <source>an account, no identity</source>
        <comment>what a claim will say</comment>
        <translation>ein Konto, keine Identität</translation>
    </message>
    <message>
        <source>Provider&apos;s result</source>
        <comment>claim</comment>
        <translation>Ergebnis des Anbieters</translation>
    </message>
    <message>
        <source>the provider&apos;s own word</source>
        <comment>what a claim will say</comment>
        <translation>das Wort des Anbieters</translation>
    </message>
    <message>
        <source>Reached</source>
        <comment>minimum age</comment>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <comment>minimum age</comment>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>issuing country</comment>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <comment>issuing country</comment>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Signed in</source>
        <comment>at the provider</comment>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <comment>at the provider</comment>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>%1 years</source>
        <comment>age</comment>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>Only a login was proven: the holder of an account is there, and it does not say who that is.</source>
        <translation>Nur eine Anmeldung wurde bewiesen: Der Inhaber eines Kontos ist da; wer das ist, sagt sie nicht.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer is lost</source>
        <translation>Die Antwort des Anbieters ist verloren</translation>
    </message>
    <message>
        <source>our check</source>
        <comment>how a result reached us: the answer to our call with what the customer handed in</comment>
        <translation>unsere Prüfung</translation>
    </message>
    <message>
        <source>The customer finished at the provider, and its result did not get here.</source>
        <translation>Der Kunde war beim Anbieter fertig, und das Ergebnis kam hier nicht an.</translation>
    </message>
    <message>
        <source>It is handed out only once. It may have been on the way when the line broke, so Verdesk does not ask again. The customer did nothing wrong.</source>
        <translation>Es wird nur einmal herausgegeben. Vielleicht war es unterwegs, als die Leitung abbrach; darum fragt Verdesk nicht noch einmal. Der Kunde hat nichts falsch gemacht.</translation>
    </message>
    <message>
        <source>Start the check again. The customer goes through the provider&apos;s pages once more.</source>
        <translation>Beginnen Sie die Prüfung noch einmal. Der Kunde geht die Seiten des Anbieters noch einmal durch.</translation>
    </message>
    <message>
        <source>Look first whether it was checked here a moment ago: its result is then among today&apos;s cases. If not, ask the customer to make a fresh share, and enter that token.</source>
        <translation>Sehen Sie zuerst nach, ob es hier eben schon geprüft wurde: Dann steht das Ergebnis bei den heutigen Fällen. Wenn nicht, bitten Sie den Kunden um eine neue Freigabe, und geben Sie deren Token ein.</translation>
    </message>
    <message>
        <source>Provider&apos;s decision</source>
        <comment>claim</comment>
        <translation>Entscheidung des Anbieters</translation>
    </message>
    <message>
        <source>accepted or not</source>
        <comment>what a claim will say</comment>
        <translation>angenommen oder nicht</translation>
    </message>
    <message>
        <source>Living person</source>
        <comment>claim</comment>
        <translation>Lebende Person</translation>
    </message>
    <message>
        <source>seen by the camera or not</source>
        <comment>what a claim will say</comment>
        <translation>von der Kamera gesehen oder nicht</translation>
    </message>
    <message>
        <source>Face and document</source>
        <comment>claim</comment>
        <translation>Gesicht und Ausweis</translation>
    </message>
    <message>
        <source>match or not</source>
        <comment>what a claim will say</comment>
        <translation>stimmen überein oder nicht</translation>
    </message>
    <message>
        <source>Likeness of the face</source>
        <comment>claim</comment>
        <translation>Ähnlichkeit des Gesichts</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <comment>claim</comment>
        <translation>Geburtsort</translation>
    </message>
    <message>
        <source>Personal number</source>
        <comment>claim</comment>
        <translation>Personennummer</translation>
    </message>
    <message>
        <source>Issuing authority</source>
        <comment>claim</comment>
        <translation>Ausstellende Behörde</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>claim</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>as stated or in the document</source>
        <comment>what a claim will say</comment>
        <translation>wie angegeben oder im Dokument</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <comment>claim</comment>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>as stated</source>
        <comment>what a claim will say</comment>
        <translation>wie angegeben</translation>
    </message>
    <message>
        <source>Phone number</source>
        <comment>claim</comment>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Face, picture</source>
        <comment>claim</comment>
        <translation>Gesicht, Bild</translation>
    </message>
    <message>
        <source>Face, film</source>
        <comment>claim</comment>
        <translation>Gesicht, Film</translation>
    </message>
    <message>
        <source>a film</source>
        <comment>what a claim will say</comment>
        <translation>ein Film</translation>
    </message>
    <message>
        <source>Watch list entry</source>
        <comment>claim</comment>
        <translation>Eintrag auf einer Beobachtungsliste</translation>
    </message>
    <message>
        <source>the list and the entry</source>
        <comment>what a claim will say</comment>
        <translation>die Liste und der Eintrag</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>claim</comment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>to a question</source>
        <comment>what a claim will say</comment>
        <translation>auf eine Frage</translation>
    </message>
    <message>
        <source>Accepted</source>
        <comment>the provider&apos;s decision</comment>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <comment>the provider&apos;s decision</comment>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>The same face</source>
        <translation>Dasselbe Gesicht</translation>
    </message>
    <message>
        <source>Not the same face</source>
        <translation>Nicht dasselbe Gesicht</translation>
    </message>
    <message>
        <source>Below %1: the provider declines by itself.</source>
        <comment>a score&apos;s threshold</comment>
        <translation>Unter %1: Der Anbieter lehnt den Kunden von selbst ab.</translation>
    </message>
    <message>
        <source>From %1 on: the provider accepts by itself.</source>
        <comment>a score&apos;s threshold</comment>
        <translation>Ab %1: Der Anbieter nimmt den Kunden von selbst an.</translation>
    </message>
    <message>
        <source>Between %1 and %2: a person judges.</source>
        <comment>a score&apos;s thresholds</comment>
        <translation>Zwischen %1 und %2: Ein Mensch urteilt.</translation>
    </message>
    <message>
        <source>Not below %1, where the provider declines by itself.</source>
        <comment>a score&apos;s threshold</comment>
        <translation>Nicht unter %1, wo der Anbieter den Kunden von selbst ablehnt.</translation>
    </message>
    <message>
        <source>Below %1, from which on the provider accepts by itself.</source>
        <comment>a score&apos;s threshold</comment>
        <translation>Unter %1; ab diesem Wert nimmt der Anbieter den Kunden von selbst an.</translation>
    </message>
    <message>
        <source>The provider looked at everything and did not accept this customer.</source>
        <translation>Der Anbieter hat alles geprüft und diesen Kunden nicht angenommen.</translation>
    </message>
    <message>
        <source>Participant %1</source>
        <comment>a person added to a check; number</comment>
        <translation>Teilnehmer %1</translation>
    </message>
    <message>
        <source>The provider changed it afterwards: %1.</source>
        <comment>claim</comment>
        <translation>Der Anbieter hat das nachträglich geändert: %1.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::Workplace</name>
    <message>
        <source>The backend does not answer. What you typed is kept. Trying again…</source>
        <translation>Das Backend antwortet nicht. Ihre Eingaben bleiben erhalten. Neuer Versuch …</translation>
    </message>
    <message>
        <source>This version of Verdesk is too old for your backend. Install the current one.</source>
        <translation>Diese Version von Verdesk ist zu alt für Ihr Backend. Installieren Sie die aktuelle.</translation>
    </message>
    <message>
        <source>This version of Verdesk is too old for your backend (%1). Install the current one.</source>
        <translation>Diese Version von Verdesk ist zu alt für Ihr Backend (%1). Installieren Sie die aktuelle.</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::webview::BrowserHost</name>
    <message>
        <source>Page of %1</source>
        <translation>Seite von %1</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::webview::FileDialog</name>
    <message>
        <source>Choose what to hand in</source>
        <translation>Auswählen, was eingereicht wird</translation>
    </message>
</context>
<context>
    <name>verdesk::ui::webview::Sandbox</name>
    <message>
        <source>Verdesk was started as this computer&apos;s administrator (root). The embedded browser shuts providers&apos; pages in, cannot do so for root, and does not run them open. Start Verdesk as an ordinary user.</source>
        <translation>Verdesk läuft als Administrator dieses Computers (root). Der eingebaute Browser schließt Seiten von Anbietern ein, kann das für root nicht und zeigt sie nicht ohne. Starten Sie Verdesk als gewöhnlicher Benutzer.</translation>
    </message>
    <message>
        <source>This computer does not let ordinary users shut programs in (user namespaces are switched off). The embedded browser does not run providers&apos; pages open. Ask your administrator to allow it for Verdesk.</source>
        <translation>Dieser Computer lässt gewöhnliche Benutzer Programme nicht einschließen (User Namespaces sind abgeschaltet). Der eingebaute Browser zeigt Seiten von Anbietern nicht ohne. Bitten Sie Ihre Administration, es für Verdesk zu erlauben.</translation>
    </message>
</context>
</TS>
