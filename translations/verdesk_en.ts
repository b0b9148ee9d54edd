<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>verdesk::ui::CountdownRing</name>
    <message numerus="yes">
        <source>About %n minute(s) left</source>
        <translation>
            <numerusform>About %n minute left</numerusform>
            <numerusform>About %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>verdesk::ui::TokenField</name>
    <message numerus="yes">
        <source>Not complete yet: %n character(s) missing.</source>
        <translation>
            <numerusform>Not complete yet: %n character missing.</numerusform>
            <numerusform>Not complete yet: %n characters missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>verdesk::ui::WidgetWords</name>
    <message numerus="yes">
        <source>%n message(s) from elsewhere</source>
        <translation>
            <numerusform>%n message from elsewhere</numerusform>
            <numerusform>%n messages from elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable message(s)</source>
        <translation>
            <numerusform>%n unreadable message</numerusform>
            <numerusform>%n unreadable messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without meaning</source>
        <translation>
            <numerusform>%n message without meaning</numerusform>
            <numerusform>%n messages without meaning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) to another address</source>
        <translation>
            <numerusform>%n way to another address</numerusform>
            <numerusform>%n ways to other addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s)</source>
        <translation>
            <numerusform>%n permission</numerusform>
            <numerusform>%n permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n download</numerusform>
            <numerusform>%n downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
</context>
</TS>
