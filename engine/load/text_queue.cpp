// Interning with foresight: see text_queue.hpp.
#include "engine/load/text_queue.hpp"

namespace roadlint::engine {

void TextQueue::intern_all(TextPool& pool) {
  constexpr std::size_t step = 8;  // texts between two steps on the way to a text
  const std::size_t count = waiting_.size();
  for (std::size_t turn = 0; turn < count + 3 * step; ++turn) {
    if (turn < count) {
      waiting_[turn].hash = TextPool::hash_of(waiting_[turn].text);
      pool.prefetch_slot(waiting_[turn].hash);
    }
    if (turn >= step && turn - step < count) {
      Waiting& next = waiting_[turn - step];
      next.probable = pool.probable(next.hash);
    }
    if (turn >= 2 * step && turn - 2 * step < count) pool.prefetch_bytes(waiting_[turn - 2 * step].probable);
    if (turn < 3 * step) continue;
    const Waiting& now = waiting_[turn - 3 * step];
    const bool is_known = now.probable != TextPool::no_text && pool.text(now.probable) == now.text;
    now.column->texts[now.index] = is_known ? now.probable : pool.intern(now.text, now.hash);
  }
  waiting_.clear();
}

}  // namespace roadlint::engine
