#pragma once
// A surface with a line around it. `body()` is its column.

#include <QFrame>

class QVBoxLayout;

namespace verdesk::ui {

// Within another card: `quiet` is a tint without a line, and of `bare` nothing is painted.
enum class CardTone { plain, quiet, bare, warn, bad, blocked };

class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

    QVBoxLayout* body() const {
        return body_;
    }
    void setTone(CardTone tone);
    // Distance from the edge to what is inside; 0 for lists that run from edge to edge.
    void setInset(int pixels);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* body_;
    CardTone tone_ = CardTone::plain;
};

}  // namespace verdesk::ui
