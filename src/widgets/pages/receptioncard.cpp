#include "widgets/pages/receptioncard.h"

#include "widgets/controls/button.h"
#include "widgets/controls/copyline.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/setupstep.h"
#include "widgets/controls/textlabel.h"
#include "widgets/controls/toneicon.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

ReceptionCard::ReceptionCard(Button *button, QWidget *parent)
    : Card{20, parent}
    , m_button{button}
    , m_icon{new ToneIcon{Tone::Gray}}
    , m_title{new TextLabel{{}, TypeRole::BodyBold}}
    , m_words{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    m_words->setWordWrap(true);
    words->addWidget(m_words);
    row->addLayout(words, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    column()->addLayout(row);
}

void ReceptionCard::say(Tone tone, const QString &title, const QString &words)
{
    m_icon->setTone(tone);
    m_title->setText(title);
    m_words->setText(words);
}

bool ReceptionCard::sayWhyNot(bool isPractice, bool hasAccount)
{
    if (isPractice) {
        say(Tone::Green, tr("They arrive by themselves."),
            tr("In practice, the simulator tells what becomes of each message."));
    } else if (!hasAccount) {
        m_button->setText(tr("Go to accounts"));
        say(Tone::Gray, tr("Connect a number first."),
            tr("Delivery events are about the messages of a number."));
    }
    return isPractice || !hasAccount;
}

void addCallbackFields(SetupStep &step, QLineEdit *callback, QLineEdit *token)
{
    const QString callbackName = ReceptionCard::tr("Callback URL");
    const QString tokenName = ReceptionCard::tr("Verify token");
    callback->setAccessibleName(callbackName);
    token->setAccessibleName(tokenName);
    step.add(new FormField{callbackName, copyLine(callback, ReceptionCard::tr("Copy the callback URL"))});
    step.add(new FormField{tokenName, copyLine(token, ReceptionCard::tr("Copy the verify token"))});
}
