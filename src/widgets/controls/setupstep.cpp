#include "widgets/controls/setupstep.h"

#include "widgets/controls/textlabel.h"
#include "widgets/controls/toneicon.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SetupStep::SetupStep(int number, const QString &title, QWidget *parent)
    : QWidget{parent}
    , m_icon{new ToneIcon{Tone::Gray}}
    , m_words{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_content{new QVBoxLayout}
{
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(20, 14, 20, 14);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    //: The number of a step, then what is to be done.
    column->addWidget(new TextLabel{tr("%1. %2").arg(QString::number(number), title), TypeRole::BodyBold});
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_content->setContentsMargins(0, 4, 0, 0);
    m_content->setSpacing(12);
    column->addLayout(m_content);
    row->addLayout(column, 1);
}

void SetupStep::add(QWidget *content)
{
    m_content->addWidget(content);
}

void SetupStep::addButton(QWidget *button)
{
    m_content->addWidget(button, 0, Qt::AlignLeading);
}

void SetupStep::set(Tone tone, const QString &words)
{
    m_icon->setIconName(tone == Tone::Gray ? u"clock"_s : QString{});
    m_icon->setTone(tone);
    m_words->setText(words);
}

SetupSteps::SetupSteps(const QStringList &titles, QWidget *parent)
    : Card{0, parent}
{
    for (const QString &title : titles) {
        if (!m_steps.empty())
            column()->addWidget(new Hairline);
        m_steps.push_back(new SetupStep{static_cast<int>(m_steps.size()) + 1, title});
        column()->addWidget(m_steps.back());
    }
}
