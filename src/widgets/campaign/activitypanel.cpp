#include "widgets/campaign/activitypanel.h"

#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPadding = 8;
constexpr int kSide = 16;

/// A sentence in as many lines as it needs, and below it when and who.
class ActivityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool isCurrent = option.state & QStyle::State_HasFocus;
        painter->fillRect(option.rect, isCurrent ? theme.hover : theme.surface);
        painter->fillRect(QRect{option.rect.left(), option.rect.bottom(), option.rect.width(), 1},
                          theme.border);
        const QRect inner = option.rect.adjusted(kSide, kPadding, -kSide, -kPadding);
        const int secondHeight = lineHeightFor(TypeRole::Label);
        const int leading = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        painter->save();
        painter->setFont(fontFor(TypeRole::Body));
        painter->setPen(theme.text);
        painter->drawText(inner.adjusted(0, 0, 0, -secondHeight), leading | Qt::AlignTop | Qt::TextWordWrap,
                          index.data().toString());
        painter->setFont(fontFor(TypeRole::Label));
        painter->setPen(theme.text2);
        painter->drawText(inner.adjusted(0, inner.height() - secondHeight, 0, 0),
                          leading | Qt::AlignVCenter | Qt::TextSingleLine,
                          index.data(SecondLineRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = (option.rect.width() > 0 ? option.rect.width() : 280) - 2 * kSide;
        const QRect words = QFontMetrics{fontFor(TypeRole::Body)}.boundingRect(
            QRect{0, 0, width, 10'000}, Qt::TextWordWrap, index.data().toString());
        return {width, words.height() + lineHeightFor(TypeRole::Label) + 2 * kPadding + 2};
    }
};

} // namespace

ActivityPanel::ActivityPanel(ActivityModel &model, QWidget *parent)
    : Card{0, parent}
    , m_model{model}
    , m_list{new QListView}
    , m_states{new QStackedWidget}
{
    auto *close = Button::iconOnly(u"close"_s, tr("Hide the activity"));
    close->setSmall(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 6, 8, 6);
    head->addWidget(new TextLabel{tr("Activity"), TypeRole::CardTitle});
    head->addStretch();
    head->addWidget(close);
    column()->addLayout(head);
    column()->addWidget(new Hairline);

    m_list->setObjectName(u"activityList"_s);
    m_list->setAccessibleName(tr("Activity"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new ActivityDelegate{m_list});
    m_list->setModel(&model);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    auto *nothing = new TextLabel{tr("Nothing has happened yet."), TypeRole::Body, TextLabel::Ink::Text3};
    nothing->setAlignment(Qt::AlignCenter);
    m_states->addWidget(m_list);
    m_states->addWidget(nothing);
    column()->addWidget(m_states, 1);

    const auto showState = [this] { m_states->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1); };
    connect(&model, &QAbstractItemModel::modelReset, this, showState);
    connect(&model, &QAbstractItemModel::rowsInserted, this, showState);
    connect(close, &Button::clicked, this, &ActivityPanel::closeRequested);
    showState();
}
