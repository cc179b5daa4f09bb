# moving: A matrix over time
#
# Draw it again:   gnuplot moving.gp

if (!exists('output')) output = 'moving.gif'
set terminal gif animate delay 20 loop 0 size 600,300 font ',11' background '#ffffff'
positions = '0 10 25'
set output output
set encoding utf8
set minussign

do for [frame=1:words(positions)] {
  set multiplot

  reset
  set datafile separator tab
  set datafile columnheaders
  set datafile commentschars ''
  set lmargin at screen 0.1
  set rmargin at screen 0.45
  set bmargin at screen 0.2
  set tmargin at screen 0.85
  set border 3 linecolor '#404040'
  set title 'it''s \{falling\}' offset 0,-0.3
  set xlabel 'epoch' offset 0,0.3
  set xrange [0:25]
  set xtics out nomirror
  set ylabel 'loss' offset 0.5,0
  set yrange [0:1]
  set ytics out nomirror
  set key top right samplen 2 spacing 1.15
  set arrow from first real(word(positions, frame)), graph 0 to first real(word(positions, frame)), graph 1 nohead front linecolor rgb '#000000' linewidth 2 dashtype 1
  plot 'falling.tsv' using 'epoch':'loss' with lines linecolor rgb '#404040' linewidth 2 dashtype 1 title 'loss'

  reset
  set datafile separator tab
  set datafile columnheaders
  set datafile commentschars ''
  set lmargin at screen 0.6
  set rmargin at screen 0.9
  set bmargin at screen 0.2
  set tmargin at screen 0.85
  set border 15 linecolor '#404040'
  set title 'Epoch'.' '.word(positions, frame) offset 0,-0.3
  set xrange [-0.5:1.5]
  set xtics out scale 0 nomirror ('Rose' 0, 'Oak' 1)
  set yrange [1.5:-0.5]
  set ytics out scale 0 nomirror ('Rose' 0, 'Oak' 1)
  unset key
  set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
  set cbrange [-1:1]
  set colorbox user origin screen 0.92,0.2 size screen 0.015,0.65
  set cbtics out nomirror
  plot 'moving.tsv' skip 1+2*(frame-1) matrix every :::0::1 using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

  unset multiplot
}
