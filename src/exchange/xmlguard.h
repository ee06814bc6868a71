#pragma once

#include <QByteArrayView>

/// Watches the bytes of an XML file on their way to QXmlStreamReader, which would hold whatever stands
/// between two of its tokens, compare each attribute of a tag with all others, and remember every element
/// that is open. What no honest workbook has is noticed before it gets there.
class XmlGuard
{
public:
    static constexpr qint64 kLongestText = 8 * 1024 * 1024; ///< bytes; a cell has 32,767 characters at most
    static constexpr qint64 kLongestTag = 1024 * 1024; ///< lists of ranges stand in them
    static constexpr int kMostAttributes = 500; ///< of one tag
    static constexpr int kDeepest = 200;

    enum class Finding {
        Nothing,
        TooLarge,
        Foreign, ///< a document type, or text that is not UTF-8
    };

    /// The next bytes of the file, in order. After a finding no more should be read.
    Finding look(QByteArrayView bytes);

private:
    enum class Place { Text, Tag, Markup, Comment, Cdata, Instruction };

    Finding take(char c);
    Finding takeInTag(char c);
    Finding takeInMarkup(char c);
    void enter(Place place);
    bool endsWith(QByteArrayView end) const;

    Place m_place = Place::Text;
    qint64 m_length = 0; ///< of what we are in, so far
    int m_depth = 0;
    int m_attributes = 0; ///< of the tag so far
    char m_quote = 0; ///< that opened the value we are in
    bool m_isClosingTag = false;
    char m_before = 0; ///< the last byte
    char m_beforeThat = 0;
    qint64 m_seen = 0;
};
