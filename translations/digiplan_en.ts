<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Completing</name>
    <message numerus="yes">
        <source>%n required question(s) left</source>
        <translation>
            <numerusform>%n required question left</numerusform>
            <numerusform>%n required questions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) without a reason</source>
        <translation>
            <numerusform>%n check without a reason</numerusform>
            <numerusform>%n checks without a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnterprisesPage</name>
    <message numerus="yes">
        <source>%n enterprise(s)</source>
        <translation>
            <numerusform>%n enterprise</numerusform>
            <numerusform>%n enterprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied: paste them into Excel.</source>
        <translation>
            <numerusform>%n row copied: paste it into Excel.</numerusform>
            <numerusform>%n rows copied: paste them into Excel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryHeader</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) without a reason</source>
        <translation>
            <numerusform>%n check without a reason</numerusform>
            <numerusform>%n checks without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n required question(s) left</source>
        <translation>
            <numerusform>%n required question left</numerusform>
            <numerusform>%n required questions left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormCheckDialog</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n value(s) were changed on two machines: a person decides.</source>
        <translation>
            <numerusform>%n value was changed on two machines: a person decides.</numerusform>
            <numerusform>%n values were changed on two machines: a person decides.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistView</name>
    <message numerus="yes">
        <source>%n enterprise(s) in the frame</source>
        <translation>
            <numerusform>%n enterprise in the frame</numerusform>
            <numerusform>%n enterprises in the frame</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn</source>
        <translation>
            <numerusform>%n drawn</numerusform>
            <numerusform>%n drawn</numerusform>
        </translation>
    </message>
</context>
</TS>
