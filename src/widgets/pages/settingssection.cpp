#include "widgets/pages/settingssection.h"

#include "widgets/controls/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

QVBoxLayout *beginSection(QWidget *content, const QString &title, const QString &sentence)
{
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(0, 0, 24, 20);
    column->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel{title, TypeRole::SectionTitle});
    auto *text = new TextLabel{sentence, TypeRole::Label, TextLabel::Ink::Text2};
    text->setWordWrap(true);
    words->addWidget(text);
    column->addLayout(words);
    return column;
}

void addCards(QVBoxLayout *column, std::initializer_list<QWidget *> cards)
{
    for (QWidget *card : cards) {
        card->setMaximumWidth(scaledWithText(kSettingsFormWidth));
        // In a row of its own, so that its height is asked for the width that it really gets.
        auto *line = new QHBoxLayout;
        line->addWidget(card, 1);
        line->addStretch();
        column->addLayout(line);
    }
}

QScrollArea *scrolled(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}
