#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>

#include <array>
#include <optional>

/// The four things a person always wants to know, at the foot of the window.
enum class StatusItem { Account, Meta, DeliveryEvents, DailyUse };

inline constexpr std::array kStatusItems{StatusItem::Account, StatusItem::Meta, StatusItem::DeliveryEvents,
                                         StatusItem::DailyUse};

/// What one of them says. Green and gray show a dot before the words; amber and red are trouble, told by an
/// icon and coloured words.
struct StatusWords
{
    Tone tone = Tone::Gray;
    QString before; ///< "Last 24 h:"
    QString strong; ///< "8,091"
    QString text; ///< "of 100,000 people"
    std::optional<double> share; ///< a small bar behind the words, 0 to 1
    QString toolTip;
};

/// The status bar: each item is a button to its page, trouble is told in words and never blinks.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Empty words hide the item.
    void setStatus(StatusItem item, const StatusWords &words);

signals:
    void itemClicked(StatusItem item);

private:
    class Item;

    std::array<Item *, kStatusItems.size()> m_items{};
};
