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
</TS>
