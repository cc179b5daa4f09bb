# samples: Inputs and features of all items of noisy-linear
#
# Draw it again:   gnuplot samples.gp
# As PNG or PDF:   gnuplot -e "format='png'" samples.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'samples.' . format
if (format eq 'svg') set terminal svg size 1100,440 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,880 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,4.58in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.1
set rmargin at screen 0.32727272727272727
set bmargin at screen 0.3409090909090909
set tmargin at screen 0.8977272727272727
set border 15 linecolor '#404040'
set title 'Inputs' offset 0,-0.3
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('input-1' 0, 'input-2' 1, 'input-3' 2)
set yrange [36.5:-0.5]
set ytics out scale 0 nomirror ('sample-1' 0, 'sample-3' 2, 'sample-5' 4, 'sample-7' 6, 'sample-9' 8, 'sample-11' 10, 'sample-13' 12, 'sample-15' 14, 'sample-17' 16, 'sample-19' 18, 'sample-21' 20, 'sample-23' 22, 'sample-25' 24, 'sample-27' 26, 'sample-29' 28, 'sample-31' 30, 'sample-33' 32, 'sample-35' 34, 'sample-37' 36)
unset key
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [0.0586:0.982]
set colorbox user origin screen 0.336,0.3409090909090909 size screen 0.015,0.556818
set cbtics out scale 0 nomirror ('0.0586' 0.0586, '0.982' 0.982)
plot 'samples-inputs.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.42727272727272725
set rmargin at screen 0.9136363636363636
set bmargin at screen 0.3409090909090909
set tmargin at screen 0.8977272727272727
set border 15 linecolor '#404040'
set title 'Features' offset 0,-0.3
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('output-1' 0, 'output-2' 1, 'output-3' 2)
set yrange [36.5:-0.5]
unset ytics
unset key
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [1.14:16.7]
set colorbox user origin screen 0.925,0.3409090909090909 size screen 0.015,0.556818
set cbtics out scale 0 nomirror ('1.14' 1.14, '16.7' 16.7)
plot 'samples-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
