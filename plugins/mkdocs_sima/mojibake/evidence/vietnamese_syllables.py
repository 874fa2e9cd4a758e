"""Common Vietnamese syllables whose vowel loses its last byte.

`ề ọ ỏ ờ ử` all end in a byte that Windows-1252 leaves undefined, and `à í` in one that becomes a
blank or nothing. No other language loses so many letters at once, and its syllables are few.
"""

from __future__ import annotations

from typing import Final

# The commonest come first: `bỏ` before `bờ`.
_COMMON: Final = """
về nhiều điều chọn gọi bỏ thời lời trường giờ thử sử gửi cửa hỏi người mọi đọc họ lề nhỏ trỏ đã
đang được đầu độ đổi đến đặt đường để đều đó đây định đối đúng đồng là và hàm làm hàng vào nào
này trí số tập
"""
_OTHERS: Final = """
kiều chiều liều triều tiền miền hiền điền quyền chuyền truyền nguyền phiền liền viền kiềm tiềm
mềm đềm nền bền kền kề đề thề tề trề bề hề riềng học lọc dọc nọ thọ trọng họp gọn nhọn sọc bọc
chọc trọn vọng dọa ngọn khỏi bỏng hỏng mỏ đỏ thỏa ngỏ cỏ vỏ tỏ phỏng mỏng lỏng giỏi tỏa khỏe
mười hường thường lường tường dường trời chờ nhờ ngờ bờ rời mời cờ đời thờ tờ vườn phường cường
lờ cử tử xử nửa sửa lửa rửa giữ chửa ngửa bửa đa đô đưa đơn đi toàn hoàn dài ngoài loài tài bài
cài màu thành hành trang hoà phí tố gốc khối chối lối đối mối nối phối cuối buổi tuổi hồ hồi tồn
gồm nguồn luồng rồi chồng đồ bộ khí chí bí tính chính hình kính lí vị
"""

SYLLABLES: Final = {
    **dict.fromkeys(_OTHERS.split(), 3.0),
    **dict.fromkeys(_COMMON.split(), 4.5),
}  # what it is worth to complete one, in nats
