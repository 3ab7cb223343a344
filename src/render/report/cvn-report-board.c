/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-board"

#include "cvn-report-board.h"

typedef struct
{
  guint         column;
  CvnReportTone tone;
  char         *title;
  char         *detail;
  char         *word;
  double        title_height;
  double        detail_height;
  guint         slice; /* of its row, once measured */
  double        x;     /* within its cell */
  double        y;     /* within its slice */
  double        width;
  double        height;
} Card;

typedef struct
{
  char      *label;
  GPtrArray *cards; /* of Card */
} Row;

/* What is never cut: a row or, of one that is higher than a page, as much of it as a page holds. */
typedef struct
{
  const Row *row;
  guint      slice;
  double     height;
} Part;

struct _CvnReportBoard
{
  CvnReportBlock block;
  double         most_height; /* of a part */
  GPtrArray     *columns;     /* of labels */
  GPtrArray     *rows;        /* of Row */
  GArray        *parts;       /* of Part, once measured */
  double         head_height;
};

#define LABEL_WIDTH 104.0
#define GAP         10.0
#define PAD_X       9.0
#define PAD_Y       6.0
#define BAR         3.5

/* More cards than this in a cell stand two abreast: a year fits on one sheet. */
#define MOST_BELOW 3

static double
get_column_width (CvnReportBoard *self)
{
  return (self->block.width - LABEL_WIDTH - GAP * self->columns->len) / self->columns->len;
}

static double
get_column_x (CvnReportBoard *self,
              guint           column)
{
  return LABEL_WIDTH + GAP + column * (get_column_width (self) + GAP);
}

static void
measure_card (CvnReportText *text,
              Card          *card)
{
  double width = card->width - BAR - 2 * PAD_X;

  card->title_height = cvn_report_text_set (text, CVN_TEXT_STRONG, card->title, width, CVN_ALIGN_START);
  card->detail_height = *card->detail != '\0' ? cvn_report_text_set (text, CVN_TEXT_SMALL, card->detail, width, CVN_ALIGN_START) : 0;
  card->height = card->title_height + card->detail_height + cvn_report_text_set (text, CVN_TEXT_LABEL, card->word, width, CVN_ALIGN_START) + 2 * PAD_Y + 3;
}

static guint
count_cards (const Row *row,
             guint      column)
{
  guint n = 0;

  for (guint i = 0; i < row->cards->len; i++)
    n += ((Card *) row->cards->pdata[i])->column == column;
  return n;
}

/* Puts the cards of a cell below each other, or two abreast. */
static void
measure_cell (CvnReportBoard *self,
              CvnReportText  *text,
              Row            *row,
              guint           column)
{
  gboolean abreast = count_cards (row, column) > MOST_BELOW;
  double   full = get_column_width (self);
  double   tops[2] = { 0, 0 };
  guint    place = 0;

  for (guint i = 0; i < row->cards->len; i++)
    {
      Card *card = row->cards->pdata[i];
      guint side = abreast ? place % 2 : 0;

      if (card->column != column)
        continue;
      if (abreast && side == 0)
        tops[0] = tops[1] = MAX (tops[0], tops[1]);
      card->width = abreast ? (full - GAP / 2) / 2 : full;
      card->x = side == 1 ? card->width + GAP / 2 : 0;
      card->y = tops[side];
      measure_card (text, card);
      tops[side] += card->height + GAP / 2;
      place++;
    }
}

/* Cards that lie below the end of a page begin the next slice of their cell. Returns: how many slices it has. */
static guint
slice_cell (Row   *row,
            guint  column,
            double room)
{
  guint  slice = 0;
  double start = 0;

  for (guint i = 0; i < row->cards->len; i++)
    {
      Card *card = row->cards->pdata[i];

      if (card->column != column)
        continue;
      if (card->y - start + card->height > room && card->y > start)
        {
          slice++;
          start = card->y;
        }
      card->slice = slice;
      card->y -= start;
    }
  return slice + 1;
}

static double
measure_slice (const Row *row,
               guint      slice,
               double     least)
{
  double height = least;

  for (guint i = 0; i < row->cards->len; i++)
    {
      const Card *card = row->cards->pdata[i];

      if (card->slice == slice)
        height = MAX (height, card->y + card->height + GAP / 2);
    }
  return height + GAP;
}

static void
measure_row (CvnReportBoard *self,
             CvnReportText  *text,
             Row            *row)
{
  double label = cvn_report_text_set (text, CVN_TEXT_HEADING, row->label, LABEL_WIDTH, CVN_ALIGN_START);
  guint  n_slices = 1;

  for (guint column = 0; column < self->columns->len; column++)
    {
      measure_cell (self, text, row, column);
      n_slices = MAX (n_slices, slice_cell (row, column, self->most_height - self->head_height - 2 * GAP));
    }
  for (guint slice = 0; slice < n_slices; slice++)
    {
      Part part = { row, slice, measure_slice (row, slice, label) };

      g_array_append_val (self->parts, part);
    }
}

static guint
board_measure (CvnReportBlock *block,
               CvnReportText  *text,
               double          width)
{
  CvnReportBoard *self = (CvnReportBoard *) block;

  self->head_height = cvn_report_text_line_height (text, CVN_TEXT_HEADING) + 8;
  g_array_set_size (self->parts, 0);
  for (guint i = 0; i < self->rows->len; i++)
    measure_row (self, text, self->rows->pdata[i]);
  return self->parts->len;
}

static double
board_get_height (CvnReportBlock *block,
                  guint           from,
                  guint           to)
{
  CvnReportBoard *self = (CvnReportBoard *) block;
  double          height = self->head_height;

  for (guint i = from; i < to; i++)
    height += g_array_index (self->parts, Part, i).height;
  return height;
}

static CvnColor
get_tone (CvnReportTone tone)
{
  static const CvnColor tones[] = {
    [CVN_TONE_PLAIN] = { 0.45, 0.5, 0.56, 1 },
    [CVN_TONE_GOOD] = { 0.15, 0.52, 0.3, 1 },
    [CVN_TONE_WARNING] = { 0.78, 0.5, 0.05, 1 },
    [CVN_TONE_BAD] = { 0.72, 0.13, 0.13, 1 },
  };

  return tones[tone];
}

static void
paint_card (CvnReportPainter *painter,
            const Card       *card,
            double            x,
            double            y)
{
  double inner = card->width - BAR - 2 * PAD_X;

  cvn_report_painter_fill (painter, cvn_report_tint (), x, y, card->width, card->height);
  cvn_report_painter_fill (painter, get_tone (card->tone), x, y, BAR, card->height);
  cvn_report_painter_begin (painter, "P");
  x += BAR + PAD_X;
  y += PAD_Y;
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_STRONG, card->title, x, y, inner, CVN_ALIGN_START);
  y += card->title_height;
  if (card->detail_height > 0)
    cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_SMALL, card->detail, x, y, inner, CVN_ALIGN_START);
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_LABEL, card->word, x, y + card->detail_height + 3, inner, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "P");
}

static void
paint_row (CvnReportBoard   *self,
           CvnReportPainter *painter,
           const Part       *part,
           double            x,
           double            y)
{
  const Row *row = part->row;

  cvn_report_painter_line (painter, cvn_report_line (), 0.5, x, y, self->block.width);
  cvn_report_painter_begin (painter, "H2");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_HEADING, row->label, x, y + GAP / 2, LABEL_WIDTH, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "H2");
  for (guint i = 0; i < row->cards->len; i++)
    {
      const Card *card = row->cards->pdata[i];

      if (card->slice == part->slice)
        paint_card (painter, card, x + get_column_x (self, card->column) + card->x, y + GAP / 2 + card->y);
    }
}

static void
board_paint (CvnReportBlock   *block,
             CvnReportPainter *painter,
             double            x,
             double            y,
             guint             from,
             guint             to)
{
  CvnReportBoard *self = (CvnReportBoard *) block;

  for (guint i = 0; i < self->columns->len; i++)
    cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_HEADING, self->columns->pdata[i], x + get_column_x (self, i), y,
                          get_column_width (self), CVN_ALIGN_START);
  y += self->head_height;
  for (guint i = from; i < to; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      paint_row (self, painter, part, x, y);
      y += part->height;
    }
}

static void
board_append_text (CvnReportBlock *block,
                   GString        *text,
                   guint           from,
                   guint           to)
{
  CvnReportBoard *self = (CvnReportBoard *) block;

  for (guint i = from; i < to; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      const Row  *row = part->row;

      g_string_append_printf (text, "%s\n", row->label);
      for (guint c = 0; c < row->cards->len; c++)
        {
          const Card *card = row->cards->pdata[c];

          if (card->slice == part->slice)
            g_string_append_printf (text, "%s\t%s\t%s\t%s\n", (char *) self->columns->pdata[card->column], card->title, card->detail, card->word);
        }
    }
}

static void
free_card (gpointer data)
{
  Card *card = data;

  g_free (card->title);
  g_free (card->detail);
  g_free (card->word);
  g_free (card);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_ptr_array_unref (row->cards);
  g_free (row);
}

static void
board_free (CvnReportBlock *block)
{
  CvnReportBoard *self = (CvnReportBoard *) block;

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->parts);
}

/** cvn_report_board_new: (transfer full): a board without columns for pages with room of @most_height; cvn_report_add_block() takes it. */
CvnReportBoard *
cvn_report_board_new (double most_height)
{
  static const CvnReportBlockClass klass = { board_measure, board_get_height, NULL, board_paint, board_append_text, board_free };
  CvnReportBoard                  *self = cvn_report_block_new (sizeof (CvnReportBoard), &klass, 12);

  self->most_height = most_height;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/** cvn_report_board_add_column: before the first row. */
void
cvn_report_board_add_column (CvnReportBoard *self,
                             const char     *label)
{
  g_ptr_array_add (self->columns, g_strdup (label));
}

/** cvn_report_board_begin_row: its cards follow. */
void
cvn_report_board_begin_row (CvnReportBoard *self,
                            const char     *label)
{
  Row *row = g_new0 (Row, 1);

  row->label = g_strdup (label);
  row->cards = g_ptr_array_new_with_free_func (free_card);
  g_ptr_array_add (self->rows, row);
}

/** cvn_report_board_add_card: to the last row; @word says what the bar of @tone means. */
void
cvn_report_board_add_card (CvnReportBoard *self,
                           guint           column,
                           CvnReportTone   tone,
                           const char     *title,
                           const char     *detail,
                           const char     *word)
{
  Row  *row = g_ptr_array_index (self->rows, self->rows->len - 1);
  Card *card = g_new0 (Card, 1);

  g_return_if_fail (column < self->columns->len);

  card->column = column;
  card->tone = tone;
  card->title = g_strdup (title != NULL ? title : "");
  card->detail = g_strdup (detail != NULL ? detail : "");
  card->word = g_strdup (word != NULL ? word : "");
  g_ptr_array_add (row->cards, card);
}
