# moving: A matrix over time
#
# Draw it again:   gnuplot moving.gp

if (!exists('output')) output = 'moving.gif'
set terminal gif animate delay 20 loop 0 size 652,309 font ',11' background '#ffffff'
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
  set lmargin at screen 0.12197
  set rmargin at screen 0.44406
  set bmargin at screen 0.2233
  set tmargin at screen 0.85437
  set border 3 linecolor '#404040'
  set title 'it''s \{falling\}' offset 0,-0.3
  set label 40 'epoch' at screen 0.28301,0.04612 center
  set label 1 'loss' at screen 0.02531,0.53883 center rotate by 90
  set xrange [0:25]
  set xtics out nomirror 10
  set yrange [0:1]
  set ytics out nomirror 0.2
  set key top right samplen 2 spacing 1.15
  set arrow from first real(word(positions, frame)), graph 0 to first real(word(positions, frame)), graph 1 nohead front linecolor rgb '#000000' linewidth 2 dashtype 1
  plot 'falling.tsv' using 'epoch':'loss' with lines linecolor rgb '#404040' linewidth 2 dashtype 1 title 'loss'

  reset
  set datafile separator tab
  set datafile columnheaders
  set datafile commentschars ''
  set lmargin at screen 0.58209
  set rmargin at screen 0.85817
  set bmargin at screen 0.2233
  set tmargin at screen 0.85437
  set border 15 linecolor '#404040'
  set title 'Epoch'.' '.word(positions, frame) offset 0,-0.3
  set xrange [-0.5:1.5]
  set xtics out scale 0 nomirror ('Rose' 0, 'Oak' 1)
  set yrange [1.5:-0.5]
  set ytics out scale 0 nomirror ('Rose' 0, 'Oak' 1)
  unset key
  set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
  set cbrange [-1:1]
  set colorbox user origin screen 0.87427,0.2233 size screen 0.02071,0.63107
  set cbtics out nomirror 0.5
  plot 'moving.tsv' skip 1+2*(frame-1) matrix every :::0::1 using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

  unset multiplot
}
